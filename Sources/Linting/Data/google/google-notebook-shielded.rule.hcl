rule "google-notebook-shielded" {
  summary     = "The notebook's machine has no virtual TPM"
  category    = "security"
  severity    = "low"
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_GCP_126"] }

  resource "google_notebooks_instance" {
    require = !any([for s in self.shielded_instance_config : s.enable_vtpm == false])
    message = "The boot process is not measured."
  }

  why  = "Without measurements a changed boot process goes unnoticed."
  help = "Remove enable_vtpm = false."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/notebooks_instance"]

  example "with shielded_instance_config" {
    flagged = <<-TF
      resource "google_notebooks_instance" "this" {
        name         = "work"
        location     = "europe-west1-b"
        machine_type = "e2-medium"

        shielded_instance_config {
          enable_vtpm = false
        }
      }
    TF
  }

  example "without shielded_instance_config" {
    accepted = <<-TF
      resource "google_notebooks_instance" "this" {
        name         = "work"
        location     = "europe-west1-b"
        machine_type = "e2-medium"
      }
    TF
  }
}

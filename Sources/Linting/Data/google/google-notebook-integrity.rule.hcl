rule "google-notebook-integrity" {
  summary     = "Changes of the notebook's boot process are not noticed"
  category    = "security"
  severity    = "low"
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_GCP_127"] }

  resource "google_notebooks_instance" {
    require = !any([for s in self.shielded_instance_config : s.enable_integrity_monitoring == false])
    message = "Integrity monitoring is switched off."
  }

  why  = "Integrity monitoring compares each boot with the first one."
  help = "Remove enable_integrity_monitoring = false."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/notebooks_instance"]

  example "with shielded_instance_config" {
    flagged = <<-TF
      resource "google_notebooks_instance" "this" {
        name         = "work"
        location     = "europe-west1-b"
        machine_type = "e2-medium"

        shielded_instance_config {
          enable_integrity_monitoring = false
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

rule "google-workbench-public" {
  summary     = "The workbench has a public address"
  category    = "security"
  severity    = "medium"
  tags        = ["network"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV2_GCP_28"] }

  resource "google_workbench_instance" {
    require = any([for s in self.gce_setup : s.disable_public_ip == true])
    message = "The workbench can be reached from the internet."
  }

  why  = "Notebooks run any code with the rights of their account."
  help = "Set disable_public_ip = true in gce_setup."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/workbench_instance"]

  example "without gce_setup" {
    flagged = <<-TF
      resource "google_workbench_instance" "this" {
        name     = "work"
        location = "europe-west1-b"
      }
    TF
  }

  example "with gce_setup" {
    accepted = <<-TF
      resource "google_workbench_instance" "this" {
        name     = "work"
        location = "europe-west1-b"

        gce_setup {
          disable_public_ip = true
        }
      }
    TF
  }
}

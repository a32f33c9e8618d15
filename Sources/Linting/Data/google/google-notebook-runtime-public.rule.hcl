rule "google-notebook-runtime-public" {
  summary     = "The runtime has a public address"
  category    = "security"
  severity    = "medium"
  tags        = ["network"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV2_GCP_36"] }

  resource "google_notebooks_runtime" {
    require = any([for m in self.virtual_machine : any([for c in m.virtual_machine_config : c.internal_ip_only == true])])
    message = "The runtime can be reached from the internet."
  }

  why  = "Notebooks run any code with the rights of their account."
  help = "Set internal_ip_only = true."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/notebooks_runtime"]

  example "without internal_ip_only" {
    flagged = <<-TF
      resource "google_notebooks_runtime" "this" {
        name     = "work"
        location = "europe-west1"

        virtual_machine {
          virtual_machine_config {
            machine_type = "n1-standard-4"

            data_disk {}
          }
        }
      }
    TF
  }

  example "internal_ip_only is true" {
    accepted = <<-TF
      resource "google_notebooks_runtime" "this" {
        name     = "work"
        location = "europe-west1"

        virtual_machine {
          virtual_machine_config {
            machine_type = "n1-standard-4"
            internal_ip_only = true

            data_disk {}
          }
        }
      }
    TF
  }
}

rule "google-notebook-runtime-cmk" {
  summary     = "The runtime's disk is encrypted with a key of the provider"
  category    = "security"
  severity    = "low"
  tags        = ["encryption"]
  packs       = ["cmk"]
  equivalents = { checkov = ["CKV2_GCP_35"] }

  resource "google_notebooks_runtime" {
    require = self.virtual_machine.virtual_machine_config.encryption_config.kms_key != null
    message = "No key of your own protects the runtime's disk."
  }

  why  = "With a key of your own, access to the runtime's disk can be logged, limited and ended by the key alone."
  help = "Name a Cloud KMS key, and let the service's agent use it."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/notebooks_runtime"]

  example "without virtual_machine" {
    flagged = <<-TF
      resource "google_notebooks_runtime" "this" {
        name     = "work"
        location = "europe-west1"
      }
    TF
  }

  example "with virtual_machine" {
    accepted = <<-TF
      resource "google_notebooks_runtime" "this" {
        name     = "work"
        location = "europe-west1"

        virtual_machine {
          virtual_machine_config {
            machine_type = "n1-standard-4"

            data_disk {}

            encryption_config {
              kms_key = "projects/p/locations/europe-west1/keyRings/r/cryptoKeys/k"
            }
          }
        }
      }
    TF
  }
}

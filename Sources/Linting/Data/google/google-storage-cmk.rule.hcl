rule "google-storage-cmk" {
  summary     = "The bucket is encrypted with a key of the provider"
  category    = "security"
  severity    = "low"
  tags        = ["encryption"]
  packs       = ["cmk"]
  equivalents = { trivy = ["GCP-0066"] }

  resource "google_storage_bucket" {
    require = self.encryption.default_kms_key_name != null
    message = "No key of your own protects the bucket."
  }

  why  = "With a key of your own, access to the bucket can be logged, limited and ended by the key alone."
  help = "Name a Cloud KMS key, and let the service's agent use it."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/storage_bucket"]

  example "without encryption" {
    flagged = <<-TF
      resource "google_storage_bucket" "this" {
        name     = "archive"
        location = "EU"
      }
    TF
  }

  example "with encryption" {
    accepted = <<-TF
      resource "google_storage_bucket" "this" {
        name     = "archive"
        location = "EU"

        encryption {
          default_kms_key_name = "projects/p/locations/europe-west1/keyRings/r/cryptoKeys/k"
        }
      }
    TF
  }
}

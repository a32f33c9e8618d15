rule "google-bigquery-dataset-cmk" {
  summary     = "The dataset is encrypted with a key of the provider"
  category    = "security"
  severity    = "low"
  tags        = ["encryption"]
  packs       = ["cmk"]
  equivalents = { checkov = ["CKV_GCP_81"] }

  resource "google_bigquery_dataset" {
    require = self.default_encryption_configuration.kms_key_name != null
    message = "No key of your own protects the dataset."
  }

  why  = "With a key of your own, access to the dataset can be logged, limited and ended by the key alone."
  help = "Name a Cloud KMS key, and let the service's agent use it."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/bigquery_dataset"]

  example "without default_encryption_configuration" {
    flagged = <<-TF
      resource "google_bigquery_dataset" "this" {
        dataset_id = "sales"
      }
    TF
  }

  example "with default_encryption_configuration" {
    accepted = <<-TF
      resource "google_bigquery_dataset" "this" {
        dataset_id = "sales"

        default_encryption_configuration {
          kms_key_name = "projects/p/locations/europe-west1/keyRings/r/cryptoKeys/k"
        }
      }
    TF
  }
}

rule "google-bigquery-table-cmk" {
  summary     = "The table is encrypted with a key of the provider"
  category    = "security"
  severity    = "low"
  tags        = ["encryption"]
  packs       = ["cmk"]
  equivalents = { checkov = ["CKV_GCP_80"] }

  resource "google_bigquery_table" {
    require = self.encryption_configuration.kms_key_name != null
    message = "No key of your own protects the table."
  }

  why  = "With a key of your own, access to the table can be logged, limited and ended by the key alone."
  help = "Name a Cloud KMS key, and let the service's agent use it."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/bigquery_table"]

  example "without encryption_configuration" {
    flagged = <<-TF
      resource "google_bigquery_table" "this" {
        dataset_id = "sales"
        table_id   = "orders"
      }
    TF
  }

  example "with encryption_configuration" {
    accepted = <<-TF
      resource "google_bigquery_table" "this" {
        dataset_id = "sales"
        table_id   = "orders"

        encryption_configuration {
          kms_key_name = "projects/p/locations/europe-west1/keyRings/r/cryptoKeys/k"
        }
      }
    TF
  }
}

rule "google-spanner-cmk" {
  summary     = "The database is encrypted with a key of the provider"
  category    = "security"
  severity    = "low"
  tags        = ["encryption"]
  packs       = ["cmk"]
  equivalents = { checkov = ["CKV_GCP_93"] }

  resource "google_spanner_database" {
    require = self.encryption_config.kms_key_name != null || any([for e in self.encryption_config : any([for k in coalesce(e.kms_key_names, []) : true])])
    message = "No key of your own protects the database."
  }

  why  = "With a key of your own, access to the database can be logged, limited and ended by the key alone."
  help = "Name a Cloud KMS key, and let the service's agent use it."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/spanner_database"]

  example "without encryption_config" {
    flagged = <<-TF
      resource "google_spanner_database" "this" {
        instance = "main"
        name     = "orders"
      }
    TF
  }

  example "with encryption_config" {
    accepted = <<-TF
      resource "google_spanner_database" "this" {
        instance = "main"
        name     = "orders"

        encryption_config {
          kms_key_name = "projects/p/locations/europe-west1/keyRings/r/cryptoKeys/k"
        }
      }
    TF
  }
}

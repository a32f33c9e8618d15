rule "google-document-ai-warehouse-cmk" {
  summary     = "The warehouse is encrypted with a key of the provider"
  category    = "security"
  severity    = "low"
  tags        = ["encryption"]
  packs       = ["cmk"]
  equivalents = { checkov = ["CKV2_GCP_23"] }

  resource "google_document_ai_warehouse_location" {
    require = self.kms_key != null
    message = "No key of your own protects the warehouse."
  }

  why  = "With a key of your own, access to the warehouse can be logged, limited and ended by the key alone."
  help = "Name a Cloud KMS key, and let the service's agent use it."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/document_ai_warehouse_location"]

  example "without kms_key" {
    flagged = <<-TF
      resource "google_document_ai_warehouse_location" "this" {
        location                = "eu"
        project_number          = "123456"
        access_control_mode     = "ACL_MODE_DOCUMENT_LEVEL_ACCESS_CONTROL_GCI"
        database_type           = "DB_INFRA_SPANNER"
      }
    TF
  }

  example "kms_key is projects/p/locations/europe-west1/keyRings/r/cryptoKeys/k" {
    accepted = <<-TF
      resource "google_document_ai_warehouse_location" "this" {
        location                = "eu"
        project_number          = "123456"
        access_control_mode     = "ACL_MODE_DOCUMENT_LEVEL_ACCESS_CONTROL_GCI"
        database_type           = "DB_INFRA_SPANNER"

        kms_key = "projects/p/locations/europe-west1/keyRings/r/cryptoKeys/k"
      }
    TF
  }
}

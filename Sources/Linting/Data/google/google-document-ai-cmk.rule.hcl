rule "google-document-ai-cmk" {
  summary     = "The processor is encrypted with a key of the provider"
  category    = "security"
  severity    = "low"
  tags        = ["encryption"]
  packs       = ["cmk"]
  equivalents = { checkov = ["CKV2_GCP_22"] }

  resource "google_document_ai_processor" {
    require = self.kms_key_name != null
    message = "No key of your own protects the processor."
  }

  why  = "With a key of your own, access to the processor can be logged, limited and ended by the key alone."
  help = "Name a Cloud KMS key, and let the service's agent use it."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/document_ai_processor"]

  example "as it should not be" {
    flagged = <<-TF
      resource "google_document_ai_processor" "this" {
        location     = "eu"
        display_name = "invoices"
        type         = "INVOICE_PROCESSOR"
      }
    TF
  }

  example "as it should be" {
    accepted = <<-TF
      resource "google_document_ai_processor" "this" {
        location     = "eu"
        display_name = "invoices"
        type         = "INVOICE_PROCESSOR"

        kms_key_name = "projects/p/locations/europe-west1/keyRings/r/cryptoKeys/k"
      }
    TF
  }
}

rule "google-vertex-metadata-store-customer-key" {
  summary     = "The metadata store is not encrypted with a key of your own"
  category    = "security"
  severity    = "low"
  tags        = ["encryption"]
  packs       = ["cmk"]
  equivalents = { checkov = ["CKV_GCP_96"] }

  # The type exists in the google-beta provider alone, for which no schema is at hand.
  resource "google_vertex_ai_metadata_store*" {
    require = try(self.encryption_spec[0].kms_key_name, null) != null
    message = "Google's own key encrypts what the store knows of models and runs."
    at      = self
  }

  why  = <<-TEXT
    Metadata names data sets, parameters and results of every run. With a key of your own, access to all of it can be ended at once.
  TEXT
  help = "Add encryption_spec with kms_key_name."

  example "Google's key" {
    flagged = <<-TF
      resource "google_vertex_ai_metadata_store" "runs" {
        name   = "runs"
        region = "europe-west4"
      }
    TF
  }

  example "a key of one's own" {
    accepted = <<-TF
      resource "google_vertex_ai_metadata_store" "runs" {
        name   = "runs"
        region = "europe-west4"

        encryption_spec {
          kms_key_name = "projects/shop/locations/europe-west4/keyRings/ml/cryptoKeys/runs"
        }
      }
    TF
  }
}

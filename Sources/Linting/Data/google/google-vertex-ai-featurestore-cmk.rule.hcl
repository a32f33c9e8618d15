rule "google-vertex-ai-featurestore-cmk" {
  summary     = "The Vertex AI featurestore is encrypted with a key of the provider"
  category    = "security"
  severity    = "low"
  tags        = ["encryption"]
  packs       = ["cmk"]
  equivalents = { checkov = ["CKV2_GCP_25"] }

  resource "google_vertex_ai_featurestore" {
    require = self.encryption_spec.kms_key_name != null
    message = "No key of your own protects the Vertex AI featurestore."
  }

  why  = "With a key of your own, access to the Vertex AI featurestore can be logged, limited and ended by the key alone."
  help = "Name a Cloud KMS key, and let the service's agent use it."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/vertex_ai_featurestore"]

  example "without encryption_spec" {
    flagged = <<-TF
      resource "google_vertex_ai_featurestore" "this" {
        name = "features"
      }
    TF
  }

  example "with encryption_spec" {
    accepted = <<-TF
      resource "google_vertex_ai_featurestore" "this" {
        name = "features"

        encryption_spec {
          kms_key_name = "projects/p/locations/europe-west1/keyRings/r/cryptoKeys/k"
        }
      }
    TF
  }
}

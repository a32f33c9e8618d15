rule "google-vertex-ai-tensorboard-cmk" {
  summary     = "The Vertex AI tensorboard is encrypted with a key of the provider"
  category    = "security"
  severity    = "low"
  tags        = ["encryption"]
  packs       = ["cmk"]
  equivalents = { checkov = ["CKV2_GCP_26"] }

  resource "google_vertex_ai_tensorboard" {
    require = self.encryption_spec.kms_key_name != null
    message = "No key of your own protects the Vertex AI tensorboard."
  }

  why  = "With a key of your own, access to the Vertex AI tensorboard can be logged, limited and ended by the key alone."
  help = "Name a Cloud KMS key, and let the service's agent use it."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/vertex_ai_tensorboard"]

  example "without encryption_spec" {
    flagged = <<-TF
      resource "google_vertex_ai_tensorboard" "this" {
        display_name = "training"
      }
    TF
  }

  example "with encryption_spec" {
    accepted = <<-TF
      resource "google_vertex_ai_tensorboard" "this" {
        display_name = "training"

        encryption_spec {
          kms_key_name = "projects/p/locations/europe-west1/keyRings/r/cryptoKeys/k"
        }
      }
    TF
  }
}

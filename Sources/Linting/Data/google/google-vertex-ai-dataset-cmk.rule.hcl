rule "google-vertex-ai-dataset-cmk" {
  summary     = "The Vertex AI dataset is encrypted with a key of the provider"
  category    = "security"
  severity    = "low"
  tags        = ["encryption"]
  packs       = ["cmk"]
  equivalents = { checkov = ["CKV_GCP_92"] }

  resource "google_vertex_ai_dataset" {
    require = self.encryption_spec.kms_key_name != null
    message = "No key of your own protects the Vertex AI dataset."
  }

  why  = "With a key of your own, access to the Vertex AI dataset can be logged, limited and ended by the key alone."
  help = "Name a Cloud KMS key, and let the service's agent use it."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/vertex_ai_dataset"]

  example "without encryption_spec" {
    flagged = <<-TF
      resource "google_vertex_ai_dataset" "this" {
        display_name        = "images"
        metadata_schema_uri = "gs://google-cloud-aiplatform/schema/dataset/metadata/image_1.0.0.yaml"
      }
    TF
  }

  example "with encryption_spec" {
    accepted = <<-TF
      resource "google_vertex_ai_dataset" "this" {
        display_name        = "images"
        metadata_schema_uri = "gs://google-cloud-aiplatform/schema/dataset/metadata/image_1.0.0.yaml"

        encryption_spec {
          kms_key_name = "projects/p/locations/europe-west1/keyRings/r/cryptoKeys/k"
        }
      }
    TF
  }
}

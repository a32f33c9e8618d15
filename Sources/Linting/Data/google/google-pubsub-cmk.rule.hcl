rule "google-pubsub-cmk" {
  summary     = "The topic is encrypted with a key of the provider"
  category    = "security"
  severity    = "low"
  tags        = ["encryption"]
  packs       = ["cmk"]
  equivalents = { checkov = ["CKV_GCP_83"] }

  resource "google_pubsub_topic" {
    require = self.kms_key_name != null
    message = "No key of your own protects the topic."
  }

  why  = "With a key of your own, access to the topic can be logged, limited and ended by the key alone."
  help = "Name a Cloud KMS key, and let the service's agent use it."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/pubsub_topic"]

  example "as it should not be" {
    flagged = <<-TF
      resource "google_pubsub_topic" "this" {
        name = "orders"
      }
    TF
  }

  example "as it should be" {
    accepted = <<-TF
      resource "google_pubsub_topic" "this" {
        name = "orders"

        kms_key_name = "projects/p/locations/europe-west1/keyRings/r/cryptoKeys/k"
      }
    TF
  }
}

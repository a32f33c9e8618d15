rule "google-bigtable-cmk" {
  summary     = "The Bigtable instance is encrypted with a key of the provider"
  category    = "security"
  severity    = "low"
  tags        = ["encryption"]
  packs       = ["cmk"]
  equivalents = { checkov = ["CKV_GCP_85"] }

  resource "google_bigtable_instance" {
    require = any([for c in self.cluster : c.kms_key_name != null])
    message = "No key of your own protects the Bigtable instance."
  }

  why  = "With a key of your own, access to the Bigtable instance can be logged, limited and ended by the key alone."
  help = "Name a Cloud KMS key, and let the service's agent use it."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/bigtable_instance"]

  example "without cluster" {
    flagged = <<-TF
      resource "google_bigtable_instance" "this" {
        name = "events"
      }
    TF
  }

  example "with cluster" {
    accepted = <<-TF
      resource "google_bigtable_instance" "this" {
        name = "events"

        cluster {
          cluster_id   = "one"
          zone         = "europe-west1-b"
          num_nodes    = 1
          kms_key_name = "projects/p/locations/europe-west1/keyRings/r/cryptoKeys/k"
        }
      }
    TF
  }
}

rule "google-dataproc-cmk" {
  summary     = "The cluster's disks is encrypted with a key of the provider"
  category    = "security"
  severity    = "low"
  tags        = ["encryption"]
  packs       = ["cmk"]
  equivalents = { checkov = ["CKV_GCP_91"] }

  resource "google_dataproc_cluster" {
    require = self.cluster_config.encryption_config.kms_key_name != null
    message = "No key of your own protects the cluster's disks."
  }

  why  = "With a key of your own, access to the cluster's disks can be logged, limited and ended by the key alone."
  help = "Name a Cloud KMS key, and let the service's agent use it."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/dataproc_cluster"]

  example "without cluster_config" {
    flagged = <<-TF
      resource "google_dataproc_cluster" "this" {
        name   = "batch"
        region = "europe-west1"
      }
    TF
  }

  example "with cluster_config" {
    accepted = <<-TF
      resource "google_dataproc_cluster" "this" {
        name   = "batch"
        region = "europe-west1"

        cluster_config {
          encryption_config {
            kms_key_name = "projects/p/locations/europe-west1/keyRings/r/cryptoKeys/k"
          }
        }
      }
    TF
  }
}

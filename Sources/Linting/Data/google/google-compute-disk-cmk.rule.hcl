rule "google-compute-disk-cmk" {
  summary     = "The disk is encrypted with a key of the provider"
  category    = "security"
  severity    = "low"
  tags        = ["encryption"]
  packs       = ["cmk"]
  equivalents = { checkov = ["CKV_GCP_37"], trivy = ["GCP-0034"] }

  resource "google_compute_disk" {
    require = any([for k in self.disk_encryption_key : true])
    message = "No key of your own protects the disk."
  }

  why  = "With a key of your own, access to the disk can be logged, limited and ended by the key alone."
  help = "Name a Cloud KMS key, and let the service's agent use it."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_disk"]

  example "without disk_encryption_key" {
    flagged = <<-TF
      resource "google_compute_disk" "this" {
        name = "data"
        zone = "europe-west1-b"
      }
    TF
  }

  example "with disk_encryption_key" {
    accepted = <<-TF
      resource "google_compute_disk" "this" {
        name = "data"
        zone = "europe-west1-b"

        disk_encryption_key {
          kms_key_self_link = "projects/p/locations/europe-west1/keyRings/r/cryptoKeys/k"
        }
      }
    TF
  }
}

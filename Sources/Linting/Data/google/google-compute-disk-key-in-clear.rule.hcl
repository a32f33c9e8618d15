rule "google-compute-disk-key-in-clear" {
  summary     = "The key of a disk stands in the configuration"
  category    = "secrets"
  severity    = "high"
  tags        = ["encryption"]
  equivalents = { trivy = ["GCP-0037"] }

  resource "google_compute_disk" {
    require = all([for k in self.disk_encryption_key : k.raw_key == null])
    message = "The key of the disk is part of the configuration and of the state."
  }

  resource "google_compute_instance" {
    require = all([for d in self.boot_disk : d.disk_encryption_key_raw == null]) && all([for d in self.attached_disk : d.disk_encryption_key_raw == null])
    message = "The key of a disk is part of the configuration and of the state."
  }

  why  = "Who reads the configuration, its history or the state decrypts the disk."
  help = "Keep the key in Cloud KMS and name it with kms_key_self_link."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_disk"]

  example "in clear" {
    flagged = <<-TF
      resource "google_compute_disk" "this" {
        name = "data"
        zone = "europe-west1-b"

        disk_encryption_key {
          raw_key = "SGVsbG8gZnJvbSBHb29nbGUgQ2xvdWQgUGxhdGZvcm0="
        }
      }
    TF
  }

  example "by name" {
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

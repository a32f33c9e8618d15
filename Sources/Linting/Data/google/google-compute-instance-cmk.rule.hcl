rule "google-compute-instance-cmk" {
  summary     = "The machine's disks are encrypted with a key of the provider"
  category    = "security"
  severity    = "low"
  tags        = ["encryption"]
  packs       = ["cmk"]
  equivalents = { checkov = ["CKV_GCP_38"], trivy = ["GCP-0033"] }

  resource "google_compute_instance" {
    require = all([for d in self.boot_disk : d.kms_key_self_link != null || d.disk_encryption_key_raw != null]) && all([for d in self.attached_disk : d.kms_key_self_link != null || d.disk_encryption_key_raw != null])
    message = "No key of your own protects the disks of the machine."
  }

  why  = "With a key of your own, access to the disks can be logged, limited and ended by the key alone."
  help = "Set kms_key_self_link for each disk."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_instance"]

  example "the provider's key" {
    flagged = <<-TF
      resource "google_compute_instance" "this" {
        name         = "web"
        machine_type = "e2-medium"
        zone         = "europe-west1-b"

        boot_disk {
          initialize_params {
            image = "debian-12"
          }
        }

        network_interface {
          subnetwork = "private"
        }
      }
    TF
  }

  example "a key of one's own" {
    accepted = <<-TF
      resource "google_compute_instance" "this" {
        name         = "web"
        machine_type = "e2-medium"
        zone         = "europe-west1-b"

        boot_disk {
          kms_key_self_link = "projects/p/locations/europe-west1/keyRings/r/cryptoKeys/k"

          initialize_params {
            image = "debian-12"
          }
        }

        network_interface {
          subnetwork = "private"
        }
      }
    TF
  }
}

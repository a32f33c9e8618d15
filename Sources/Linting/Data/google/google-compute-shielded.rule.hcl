rule "google-compute-shielded" {
  summary  = "The machine starts whatever its disk holds"
  category = "security"
  severity = "low"
  tags     = ["compute"]
  packs    = ["strict"]

  resource "google_compute_instance" "google_compute_instance_template" "google_compute_instance_from_template" {
    require     = any([for s in self.shielded_instance_config : s.enable_vtpm != false && s.enable_integrity_monitoring != false])
    message     = "Changes of the boot process are not noticed."
    equivalents = { checkov = ["CKV_GCP_39"] }
  }

  resource "google_compute_instance" "google_compute_instance_template" {
    require     = !any([for s in self.shielded_instance_config : s.enable_vtpm == false])
    message     = "The machine has no virtual TPM."
    equivalents = { trivy = ["GCP-0041"] }
  }

  resource "google_compute_instance" "google_compute_instance_template" {
    require     = !any([for s in self.shielded_instance_config : s.enable_integrity_monitoring == false])
    message     = "Changes of the boot process are not noticed."
    equivalents = { trivy = ["GCP-0045"] }
  }

  resource "google_compute_instance" "google_compute_instance_template" {
    require     = any([for s in self.shielded_instance_config : s.enable_secure_boot == true])
    message     = "Boot loaders and drivers without a signature run."
    equivalents = { trivy = ["GCP-0067"] }
  }

  why  = "A root kit in the boot loader survives reinstallation of everything above it."
  help = "Add shielded_instance_config with enable_secure_boot, enable_vtpm and enable_integrity_monitoring."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_instance"]

  example "not shielded" {
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

  example "shielded" {
    accepted = <<-TF
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

        shielded_instance_config {
          enable_secure_boot          = true
          enable_vtpm                 = true
          enable_integrity_monitoring = true
        }
      }
    TF
  }
}

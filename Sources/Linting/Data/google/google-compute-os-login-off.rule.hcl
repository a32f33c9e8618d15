rule "google-compute-os-login-off" {
  summary     = "OS Login is switched off for the machine"
  category    = "security"
  severity    = "medium"
  tags        = ["compute"]
  equivalents = { checkov = ["CKV_GCP_34"], trivy = ["GCP-0036"] }

  resource "google_compute_instance" "google_compute_instance_template" "google_compute_instance_from_template" {
    require = lower(tostring(self.metadata["enable-oslogin"])) != "false"
  }

  why  = "OS Login ties access to IAM; without it, keys in metadata decide, and nobody takes them away."
  help = "Remove the entry, or set it to true."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_instance"]

  example "as it should not be" {
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

        metadata = {
          enable-oslogin = false
        }
      }
    TF
  }

  example "as it should be" {
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

        metadata = {
          enable-oslogin = true
        }
      }
    TF
  }
}

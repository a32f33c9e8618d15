rule "google-compute-serial-port" {
  summary     = "The serial port of the machine is open"
  category    = "security"
  severity    = "medium"
  tags        = ["compute"]
  equivalents = { checkov = ["CKV_GCP_35"], trivy = ["GCP-0032"] }

  resource "google_compute_instance" "google_compute_instance_template" "google_compute_instance_from_template" {
    require = !contains(["true", "1"], lower(tostring(self.metadata["serial-port-enable"])))
  }

  why  = "The serial console is reachable from every address; neither firewall rules nor allowed networks hold for it."
  help = "Remove serial-port-enable."

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
          serial-port-enable = true
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
      }
    TF
  }
}

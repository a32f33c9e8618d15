rule "google-compute-ip-forwarding" {
  summary     = "The machine forwards packets of others"
  category    = "security"
  severity    = "low"
  tags        = ["compute"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_GCP_36"], trivy = ["GCP-0043"] }

  resource "google_compute_instance" "google_compute_instance_template" "google_compute_instance_from_template" {
    where   = !startswith(coalesce(self.name, "x"), "gke-")
    require = self.can_ip_forward != true

    fix {
      set    = { can_ip_forward = false }
      safety = "unsafe"
    }
  }

  why  = "A machine that forwards may send with foreign addresses, past what the network checks."
  help = "Remove can_ip_forward, except for machines that route."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_instance"]

  example "can_ip_forward is true" {
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

        can_ip_forward = true
      }
    TF
  }

  example "without can_ip_forward" {
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

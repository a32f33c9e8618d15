rule "google-compute-public-address" {
  summary     = "The machine has a public address"
  category    = "security"
  severity    = "low"
  tags        = ["compute"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_GCP_40"], trivy = ["GCP-0031"] }

  resource "google_compute_instance" "google_compute_instance_template" "google_compute_instance_from_template" {
    require = !any([for n in self.network_interface : any([for a in n.access_config : true]) || any([for a in n.ipv6_access_config : true])])
  }

  why  = "What has a public address is scanned within minutes: a forgotten port is enough."
  help = "Leave access_config out; use Cloud NAT to get out and a load balancer or IAP to get in."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_instance"]

  example "with network_interface" {
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

        network_interface {
          network = "other"

          access_config {}
        }
      }
    TF
  }

  example "without network_interface" {
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

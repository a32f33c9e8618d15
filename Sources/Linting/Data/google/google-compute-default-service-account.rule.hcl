rule "google-compute-default-service-account" {
  summary     = "The machine runs as the default service account"
  category    = "security"
  severity    = "medium"
  tags        = ["compute"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_GCP_30"], trivy = ["GCP-0044"] }

  resource "google_compute_instance" "google_compute_instance_template" "google_compute_instance_from_template" {
    where   = !startswith(coalesce(self.name, "x"), "gke-")
    require = any([for s in self.service_account : s.email != null && !endswith(s.email, "-compute@developer.gserviceaccount.com")])
  }

  why  = "The default service account may edit the whole project in most organisations: so may every program on the machine."
  help = "Make a service account with the roles that the machine needs, and name it."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_instance"]

  example "without email" {
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

        service_account {
          scopes = ["cloud-platform"]
        }
      }
    TF
  }

  example "email is web@shop.iam.gserviceaccount.com" {
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

        service_account {
          email  = "web@shop.iam.gserviceaccount.com"
          scopes = ["cloud-platform"]
        }
      }
    TF
  }
}

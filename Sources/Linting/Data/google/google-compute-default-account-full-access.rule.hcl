rule "google-compute-default-account-full-access" {
  summary     = "The default service account has access to every API"
  category    = "security"
  severity    = "high"
  tags        = ["compute"]
  equivalents = { checkov = ["CKV_GCP_31"] }

  resource "google_compute_instance" "google_compute_instance_template" "google_compute_instance_from_template" {
    where   = !startswith(coalesce(self.name, "x"), "gke-")
    require = !any([for s in self.service_account : (s.email == null || endswith(s.email, "-compute@developer.gserviceaccount.com")) && any([for c in s.scopes : endswith(c, "cloud-platform")])])
  }

  why  = "The default service account is an editor of the project, and the scope takes away the last limit."
  help = "Name a service account of the machine's own."

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

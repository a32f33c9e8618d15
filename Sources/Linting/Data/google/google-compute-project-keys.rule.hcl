rule "google-compute-project-keys" {
  summary     = "SSH keys of the project open the machine"
  category    = "security"
  severity    = "low"
  tags        = ["compute"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_GCP_32"], trivy = ["GCP-0030"] }

  resource "google_compute_instance" "google_compute_instance_template" "google_compute_instance_from_template" {
    require = lower(tostring(self.metadata["block-project-ssh-keys"])) == "true"
  }

  why  = "Keys in the metadata of the project open every machine that does not refuse them."
  help = "Set block-project-ssh-keys = true in the metadata, or use OS Login."

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
          block-project-ssh-keys = true
        }
      }
    TF
  }
}

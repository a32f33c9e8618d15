rule "google-gke-client-certificate-issued" {
  summary     = "The cluster issues client certificates"
  category    = "security"
  severity    = "medium"
  tags        = ["kubernetes"]
  equivalents = { trivy = ["GCP-0064"] }

  resource "google_container_cluster" {
    require = !any([for a in self.master_auth : any([for c in a.client_certificate_config : c.issue_client_certificate == true])])
    message = "Client certificates cannot be taken back."
  }

  why  = "A client certificate is valid for years and cannot be revoked."
  help = "Remove issue_client_certificate = true."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/container_cluster"]

  example "with master_auth" {
    flagged = <<-TF
      resource "google_container_cluster" "this" {
        name               = "main"
        location           = "europe-west1"
        initial_node_count = 1

        master_auth {
          client_certificate_config {
            issue_client_certificate = true
          }
        }
      }
    TF
  }

  example "without master_auth" {
    accepted = <<-TF
      resource "google_container_cluster" "this" {
        name               = "main"
        location           = "europe-west1"
        initial_node_count = 1
      }
    TF
  }
}

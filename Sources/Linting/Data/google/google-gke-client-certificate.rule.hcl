rule "google-gke-client-certificate" {
  summary     = "The cluster may issue client certificates"
  category    = "security"
  severity    = "low"
  tags        = ["kubernetes"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_GCP_13"] }

  resource "google_container_cluster" {
    require = any([for a in self.master_auth : any([for c in a.client_certificate_config : c.issue_client_certificate == false])])
    message = "Client certificates cannot be taken back."
  }

  why  = "A client certificate is valid for years and cannot be revoked."
  help = "Set issue_client_certificate = false."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/container_cluster"]

  example "issue_client_certificate is true" {
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

  example "issue_client_certificate is false" {
    accepted = <<-TF
      resource "google_container_cluster" "this" {
        name               = "main"
        location           = "europe-west1"
        initial_node_count = 1

        master_auth {
          client_certificate_config {
            issue_client_certificate = false
          }
        }
      }
    TF
  }
}

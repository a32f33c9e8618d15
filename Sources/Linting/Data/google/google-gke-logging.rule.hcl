rule "google-gke-logging" {
  summary     = "The cluster writes no logs"
  category    = "security"
  severity    = "medium"
  tags        = ["logging"]
  equivalents = { checkov = ["CKV_GCP_1"], trivy = ["GCP-0060"] }

  resource "google_container_cluster" {
    require = self.logging_service == null || endswith(lower(self.logging_service), "/kubernetes")
    message = "Logging of the cluster is ${lower(self.logging_service) == "none" ? "switched off" : "left to a service that Google has shut down"}."
  }

  why  = "Without logs nobody sees what went wrong, or who did it."
  help = "Leave logging_service out, or name logging.googleapis.com/kubernetes."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/container_cluster"]

  example "as it should not be" {
    flagged = <<-TF
      resource "google_container_cluster" "this" {
        name               = "main"
        location           = "europe-west1"
        initial_node_count = 1

        logging_service = "none"
      }
    TF
  }

  example "the service of before 2021" {
    flagged = <<-TF
      resource "google_container_cluster" "this" {
        name               = "main"
        location           = "europe-west1"
        initial_node_count = 1

        logging_service = "logging.googleapis.com"
      }
    TF
  }

  example "as it should be" {
    accepted = <<-TF
      resource "google_container_cluster" "this" {
        name               = "main"
        location           = "europe-west1"
        initial_node_count = 1
      }
    TF
  }
}

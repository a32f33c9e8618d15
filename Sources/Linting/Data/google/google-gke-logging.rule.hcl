rule "google-gke-logging" {
  summary     = "The cluster writes no logs"
  category    = "security"
  severity    = "medium"
  tags        = ["logging"]
  equivalents = { checkov = ["CKV_GCP_1"], trivy = ["GCP-0060"] }

  resource "google_container_cluster" {
    require = self.logging_service == null || lower(self.logging_service) != "none"
    message = "Logging of the cluster is switched off."
  }

  why  = "Without logs nobody sees what went wrong, or who did it."
  help = "Leave logging_service out, or name logging.googleapis.com/kubernetes."

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

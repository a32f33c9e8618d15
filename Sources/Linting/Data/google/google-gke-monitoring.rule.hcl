rule "google-gke-monitoring" {
  summary     = "The cluster is not monitored"
  category    = "security"
  severity    = "low"
  tags        = ["logging"]
  equivalents = { checkov = ["CKV_GCP_8"], trivy = ["GCP-0052"] }

  resource "google_container_cluster" {
    require = self.monitoring_service == null || lower(self.monitoring_service) != "none"
    message = "Monitoring of the cluster is switched off."
  }

  why  = "Failures and shortages are seen by users first."
  help = "Leave monitoring_service out, or name monitoring.googleapis.com/kubernetes."

  example "as it should not be" {
    flagged = <<-TF
      resource "google_container_cluster" "this" {
        name               = "main"
        location           = "europe-west1"
        initial_node_count = 1

        monitoring_service = "none"
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

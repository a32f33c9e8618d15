rule "google-gke-monitoring" {
  summary     = "The cluster is not monitored"
  category    = "security"
  severity    = "low"
  tags        = ["logging"]
  equivalents = { checkov = ["CKV_GCP_8"], trivy = ["GCP-0052"] }

  resource "google_container_cluster" {
    require = self.monitoring_service == null || endswith(lower(self.monitoring_service), "/kubernetes")
    message = "Monitoring of the cluster is ${lower(self.monitoring_service) == "none" ? "switched off" : "left to a service that Google has shut down"}."
  }

  why  = "Failures and shortages are seen by users first."
  help = "Leave monitoring_service out, or name monitoring.googleapis.com/kubernetes."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/container_cluster"]

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

  example "the service of before 2021" {
    flagged = <<-TF
      resource "google_container_cluster" "this" {
        name               = "main"
        location           = "europe-west1"
        initial_node_count = 1

        monitoring_service = "monitoring.googleapis.com"
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

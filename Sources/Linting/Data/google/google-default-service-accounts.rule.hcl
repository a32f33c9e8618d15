rule "google-default-service-accounts" {
  summary  = "Clusters use the default service accounts of the project"
  category = "security"
  severity = "low"
  tags     = ["iam"]
  packs    = ["strict"]

  resource "google_project_default_service_accounts" {
    require     = !refers("project", "google_container_cluster") && !refers("project", "google_container_node_pool")
    message     = "The project of a cluster keeps its default service accounts."
    equivalents = { checkov = ["CKV2_GCP_1"] }
  }

  why  = "The default service account of a project may edit everything in it."
  help = "Make a service account for the nodes."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/project_default_service_accounts"]

  example "of a cluster" {
    flagged = <<-TF
      resource "google_container_cluster" "main" {
        name               = "main"
        location           = "europe-west1"
        initial_node_count = 1
      }

      resource "google_project_default_service_accounts" "all" {
        project = google_container_cluster.main.project
        action  = "KEEP"
      }
    TF
  }

  example "by name" {
    accepted = <<-TF
      resource "google_project_default_service_accounts" "all" {
        project = "shop"
        action  = "DISABLE"
      }
    TF
  }
}

rule "google-gke-alpha" {
  summary     = "The cluster has alpha features"
  category    = "security"
  severity    = "medium"
  tags        = ["kubernetes"]
  equivalents = { checkov = ["CKV2_GCP_19"] }

  resource "google_container_cluster" {
    require = self.enable_kubernetes_alpha != true
    message = "The cluster is one of alpha features."

    fix {
      set    = { enable_kubernetes_alpha = false }
      safety = "unsafe"
    }
  }

  why  = "Alpha clusters are not updated, have no support and end after 30 days."
  help = "Remove enable_kubernetes_alpha."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/container_cluster"]

  example "enable_kubernetes_alpha is true" {
    flagged = <<-TF
      resource "google_container_cluster" "this" {
        name               = "main"
        location           = "europe-west1"
        initial_node_count = 1

        enable_kubernetes_alpha = true
      }
    TF
  }

  example "without enable_kubernetes_alpha" {
    accepted = <<-TF
      resource "google_container_cluster" "this" {
        name               = "main"
        location           = "europe-west1"
        initial_node_count = 1
      }
    TF
  }
}

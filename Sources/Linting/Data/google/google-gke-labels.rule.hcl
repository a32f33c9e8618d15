rule "google-gke-labels" {
  summary     = "The cluster has no labels"
  category    = "security"
  severity    = "info"
  tags        = ["kubernetes"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_GCP_21"], trivy = ["GCP-0051"] }

  resource "google_container_cluster" {
    require = length(self.resource_labels) > 0
    message = "Nobody can tell whose cluster this is."
  }

  why  = "Labels say who pays for a cluster and who to ask."
  help = "Set resource_labels."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/container_cluster"]

  example "as it should not be" {
    flagged = <<-TF
      resource "google_container_cluster" "this" {
        name               = "main"
        location           = "europe-west1"
        initial_node_count = 1
      }
    TF
  }

  example "as it should be" {
    accepted = <<-TF
      resource_labels = {
        team = "shop"
      }
    TF
  }
}

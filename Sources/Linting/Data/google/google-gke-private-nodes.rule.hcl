rule "google-gke-private-nodes" {
  summary     = "Nodes have public addresses"
  category    = "security"
  severity    = "medium"
  tags        = ["network"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_GCP_25", "CKV_GCP_64"], trivy = ["GCP-0059"] }

  resource "google_container_cluster" {
    require = any([for p in self.private_cluster_config : p.enable_private_nodes != false])
    message = "Nodes can be reached from the internet."
  }

  why  = "Whatever listens on a node, or on a host port of a pod, is one firewall rule away from the internet."
  help = "Add private_cluster_config with enable_private_nodes = true."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/container_cluster"]

  example "without private_cluster_config" {
    flagged = <<-TF
      resource "google_container_cluster" "this" {
        name               = "main"
        location           = "europe-west1"
        initial_node_count = 1
      }
    TF
  }

  example "with private_cluster_config" {
    accepted = <<-TF
      resource "google_container_cluster" "this" {
        name               = "main"
        location           = "europe-west1"
        initial_node_count = 1

        private_cluster_config {
          enable_private_nodes = true
        }
      }
    TF
  }
}

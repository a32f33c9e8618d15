rule "google-gke-default-node-pool" {
  summary     = "The cluster's nodes are declared inside of it"
  category    = "security"
  severity    = "low"
  tags        = ["kubernetes"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_GCP_123"] }

  resource "google_container_cluster" {
    require = self.remove_default_node_pool == true || !any([for p in self.node_pool : true])
    message = "Node pools in the cluster block force it to be made again when they change."
  }

  why  = "A change of such a pool replaces the whole cluster."
  help = "Set remove_default_node_pool = true, and declare google_container_node_pool resources."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/container_cluster"]

  example "as it should not be" {
    flagged = <<-TF
      resource "google_container_cluster" "this" {
        name               = "main"
        location           = "europe-west1"
        initial_node_count = 1

        node_pool {
          name = "workers"
        }
      }
    TF
  }

  example "as it should be" {
    accepted = <<-TF
      resource "google_container_cluster" "this" {
        name               = "main"
        location           = "europe-west1"
        initial_node_count = 1

        remove_default_node_pool = true
      }
    TF
  }
}

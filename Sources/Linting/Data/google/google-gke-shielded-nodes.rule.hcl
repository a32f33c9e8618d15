rule "google-gke-shielded-nodes" {
  summary     = "Nodes are not checked when they join"
  category    = "security"
  severity    = "medium"
  tags        = ["kubernetes"]
  equivalents = { checkov = ["CKV_GCP_71"], trivy = ["GCP-0055"] }

  resource "google_container_cluster" {
    require = self.enable_shielded_nodes != false
    message = "A machine may pretend to be a node."

    fix {
      set    = { enable_shielded_nodes = true }
      safety = "unsafe"
    }
  }

  why  = "Shielded nodes prove who they are: without, stolen node credentials join machines to the cluster."
  help = "Remove enable_shielded_nodes = false."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/container_cluster"]

  example "enable_shielded_nodes is false" {
    flagged = <<-TF
      resource "google_container_cluster" "this" {
        name               = "main"
        location           = "europe-west1"
        initial_node_count = 1

        enable_shielded_nodes = false
      }
    TF
  }

  example "without enable_shielded_nodes" {
    accepted = <<-TF
      resource "google_container_cluster" "this" {
        name               = "main"
        location           = "europe-west1"
        initial_node_count = 1
      }
    TF
  }
}

rule "google-gke-metadata-server" {
  summary     = "Pods reach the metadata of their node"
  category    = "security"
  severity    = "medium"
  tags        = ["kubernetes"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_GCP_69"], trivy = ["GCP-0057"] }

  resource "google_container_node_pool" {
    require = any([for c in self.node_config : any([for w in c.workload_metadata_config : contains(["GKE_METADATA", "GKE_METADATA_SERVER"], w.mode)])])
    message = "Pods may take the credentials of the node."
  }

  resource "google_container_cluster" {
    where   = self.remove_default_node_pool != true && self.enable_autopilot != true
    require = any([for c in self.node_config : any([for w in c.workload_metadata_config : contains(["GKE_METADATA", "GKE_METADATA_SERVER"], w.mode)])])
    message = "Pods may take the credentials of the node."
  }

  why  = "Without the metadata server of GKE, every pod gets a token of the node's service account by asking for it."
  help = "Set workload_metadata_config { mode = \"GKE_METADATA\" } in node_config."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/container_node_pool"]

  example "the node's" {
    flagged = <<-TF
      resource "google_container_node_pool" "this" {
        name    = "workers"
        cluster = "main"
      }
    TF
  }

  example "the pod's" {
    accepted = <<-TF
      resource "google_container_node_pool" "this" {
        name    = "workers"
        cluster = "main"

        node_config {
          workload_metadata_config {
            mode = "GKE_METADATA"
          }
        }
      }
    TF
  }
}

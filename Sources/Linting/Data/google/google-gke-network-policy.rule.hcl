rule "google-gke-network-policy" {
  summary     = "Pods of the cluster may talk to all others"
  category    = "security"
  severity    = "medium"
  tags        = ["kubernetes"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_GCP_12"], trivy = ["GCP-0056"] }

  resource "google_container_cluster" {
    require = any([for p in self.network_policy : p.enabled == true]) || self.datapath_provider == "ADVANCED_DATAPATH" || self.enable_autopilot == true
    message = "Network policies have no effect in the cluster."
  }

  why  = "A pod that was taken over reaches all others; policies that are written do nothing."
  help = "Add network_policy { enabled = true }, or set datapath_provider = \"ADVANCED_DATAPATH\"."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/container_cluster"]

  example "without network_policy" {
    flagged = <<-TF
      resource "google_container_cluster" "this" {
        name               = "main"
        location           = "europe-west1"
        initial_node_count = 1
      }
    TF
  }

  example "with network_policy" {
    accepted = <<-TF
      resource "google_container_cluster" "this" {
        name               = "main"
        location           = "europe-west1"
        initial_node_count = 1

        network_policy {
          enabled = true
        }
      }
    TF
  }
}

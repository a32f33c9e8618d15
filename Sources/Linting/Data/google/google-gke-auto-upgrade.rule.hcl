rule "google-gke-auto-upgrade" {
  summary     = "Nodes are not upgraded"
  category    = "security"
  severity    = "low"
  tags        = ["kubernetes"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_GCP_10"], trivy = ["GCP-0058"] }

  resource "google_container_node_pool" {
    require = any([for m in self.management : m.auto_upgrade == true])
    message = "Nodes stay behind the control plane."
  }

  why  = "Nodes that stay behind keep known holes, and one day do not fit the control plane."
  help = "Set auto_upgrade = true in management."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/container_node_pool"]

  example "auto_upgrade is false" {
    flagged = <<-TF
      resource "google_container_node_pool" "this" {
        name    = "workers"
        cluster = "main"

        management {
          auto_upgrade = false
        }
      }
    TF
  }

  example "auto_upgrade is true" {
    accepted = <<-TF
      resource "google_container_node_pool" "this" {
        name    = "workers"
        cluster = "main"

        management {
          auto_upgrade = true
        }
      }
    TF
  }
}

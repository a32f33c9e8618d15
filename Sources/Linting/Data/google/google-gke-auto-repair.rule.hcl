rule "google-gke-auto-repair" {
  summary     = "Broken nodes are not replaced"
  category    = "security"
  severity    = "low"
  tags        = ["kubernetes"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_GCP_9"], trivy = ["GCP-0063"] }

  resource "google_container_node_pool" {
    require = any([for m in self.management : m.auto_repair == true])
    message = "A node that fails stays."
  }

  why  = "Pods stay on a node that does not answer until somebody looks."
  help = "Set auto_repair = true in management."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/container_node_pool"]

  example "auto_repair is false" {
    flagged = <<-TF
      resource "google_container_node_pool" "this" {
        name    = "workers"
        cluster = "main"

        management {
          auto_repair = false
        }
      }
    TF
  }

  example "auto_repair is true" {
    accepted = <<-TF
      resource "google_container_node_pool" "this" {
        name    = "workers"
        cluster = "main"

        management {
          auto_repair = true
        }
      }
    TF
  }
}

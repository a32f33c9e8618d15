rule "google-gke-integrity-monitoring" {
  summary     = "Changes of the nodes' boot process are not noticed"
  category    = "security"
  severity    = "low"
  tags        = ["kubernetes"]
  equivalents = { checkov = ["CKV_GCP_72"] }

  resource "google_container_cluster" "google_container_node_pool" {
    require = !any([for c in self.node_config : any([for s in c.shielded_instance_config : s.enable_integrity_monitoring == false])])
    message = "Integrity monitoring is switched off."
  }

  why  = "Integrity monitoring compares each boot with the first one."
  help = "Remove enable_integrity_monitoring = false."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/container_cluster"]

  example "off" {
    flagged = <<-TF
      resource "google_container_node_pool" "this" {
        name    = "workers"
        cluster = "main"

        node_config {
          shielded_instance_config {
            enable_integrity_monitoring = false
          }
        }
      }
    TF
  }

  example "on" {
    accepted = <<-TF
      resource "google_container_node_pool" "this" {
        name    = "workers"
        cluster = "main"
      }
    TF
  }
}

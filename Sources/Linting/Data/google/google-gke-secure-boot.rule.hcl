rule "google-gke-secure-boot" {
  summary     = "Nodes start without checking signatures"
  category    = "security"
  severity    = "low"
  tags        = ["kubernetes"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_GCP_68"] }

  resource "google_container_node_pool" {
    require = any([for c in self.node_config : any([for s in c.shielded_instance_config : s.enable_secure_boot == true])])
    message = "Boot loaders and drivers without a signature run on the nodes."
  }

  resource "google_container_cluster" {
    where   = self.remove_default_node_pool != true && self.enable_autopilot != true
    require = any([for c in self.node_config : any([for s in c.shielded_instance_config : s.enable_secure_boot == true])])
    message = "Boot loaders and drivers without a signature run on the nodes."
  }

  why  = "A root kit in the boot loader survives everything above it."
  help = "Set enable_secure_boot = true in shielded_instance_config."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/container_node_pool"]

  example "not checked" {
    flagged = <<-TF
      resource "google_container_node_pool" "this" {
        name    = "workers"
        cluster = "main"
      }
    TF
  }

  example "checked" {
    accepted = <<-TF
      resource "google_container_node_pool" "this" {
        name    = "workers"
        cluster = "main"

        node_config {
          shielded_instance_config {
            enable_secure_boot = true
          }
        }
      }
    TF
  }
}

rule "google-gke-node-account" {
  summary     = "Nodes run as the default service account"
  category    = "security"
  severity    = "medium"
  tags        = ["kubernetes"]
  packs       = ["strict"]
  equivalents = { trivy = ["GCP-0050"] }

  resource "google_container_cluster" "google_container_node_pool" {
    where   = any([for c in self.node_config : true])
    require = any([for c in self.node_config : c.service_account != null && c.service_account != "default"])
    message = "Nodes have the rights of the default account."
  }

  resource "google_container_cluster" {
    each    = self.cluster_autoscaling
    where   = each.value.enabled == true
    require = all([for d in each.value.auto_provisioning_defaults : d.service_account != null && d.service_account != "default"])
    message = "Nodes that the cluster adds have the rights of the default account."
  }

  why  = "The default service account may edit the project: so may every pod that reaches the node's metadata."
  help = "Make a service account with the roles that nodes need, and name it."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/container_cluster"]

  example "as it should not be" {
    flagged = <<-TF
      resource "google_container_node_pool" "this" {
        name    = "workers"
        cluster = "main"

        node_config {
          machine_type = "e2-medium"
        }
      }
    TF
  }

  example "as it should be" {
    accepted = <<-TF
      resource "google_container_node_pool" "this" {
        name    = "workers"
        cluster = "main"

        node_config {
          service_account = "nodes@shop.iam.gserviceaccount.com"
        }
      }
    TF
  }
}

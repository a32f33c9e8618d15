rule "google-gke-node-image" {
  summary     = "Nodes run a general operating system"
  category    = "security"
  severity    = "low"
  tags        = ["kubernetes"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_GCP_22"], trivy = ["GCP-0054"] }

  resource "google_container_cluster" "google_container_node_pool" {
    require = all([for c in self.node_config : c.image_type == null || startswith(upper(c.image_type), "COS")])
    message = "The nodes' image is not Container-Optimized OS."
  }

  why  = "Container-Optimized OS has less to attack, a read-only root and updates by the provider."
  help = "Set image_type = \"COS_CONTAINERD\", which is the default."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/container_cluster"]

  example "image_type is UBUNTU_CONTAINERD" {
    flagged = <<-TF
      resource "google_container_node_pool" "this" {
        name    = "workers"
        cluster = "main"

        node_config {
          image_type = "UBUNTU_CONTAINERD"
        }
      }
    TF
  }

  example "image_type is COS_CONTAINERD" {
    accepted = <<-TF
      resource "google_container_node_pool" "this" {
        name    = "workers"
        cluster = "main"

        node_config {
          image_type = "COS_CONTAINERD"
        }
      }
    TF
  }
}

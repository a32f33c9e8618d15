rule "google-gke-public-control-plane" {
  summary     = "The control plane can be reached from everywhere"
  category    = "security"
  severity    = "high"
  tags        = ["network"]
  equivalents = { checkov = ["CKV_GCP_18"], trivy = ["GCP-0053"] }

  resource "google_container_cluster" {
    require = !any([for m in self.master_authorized_networks_config : any([for b in m.cidr_blocks : is_public(b.cidr_block)])])
    message = "The whole internet may talk to the API server."
  }

  why  = "A hole in the API server, or a stolen credential, is used from anywhere."
  help = "Name the ranges of administrators in master_authorized_networks_config."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/container_cluster"]

  example "cidr_block is 0.0.0.0/0" {
    flagged = <<-TF
      resource "google_container_cluster" "this" {
        name               = "main"
        location           = "europe-west1"
        initial_node_count = 1

        master_authorized_networks_config {
          cidr_blocks {
            cidr_block = "0.0.0.0/0"
          }
        }
      }
    TF
  }

  example "cidr_block is 10.0.0.0/8" {
    accepted = <<-TF
      resource "google_container_cluster" "this" {
        name               = "main"
        location           = "europe-west1"
        initial_node_count = 1

        master_authorized_networks_config {
          cidr_blocks {
            cidr_block = "10.0.0.0/8"
          }
        }
      }
    TF
  }
}

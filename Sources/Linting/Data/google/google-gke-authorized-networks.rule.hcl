rule "google-gke-authorized-networks" {
  summary     = "Nothing limits who reaches the control plane"
  category    = "security"
  severity    = "medium"
  tags        = ["network"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_GCP_20"], trivy = ["GCP-0061"] }

  resource "google_container_cluster" {
    require = any([for m in self.master_authorized_networks_config : true])
    message = "The API server takes connections from every address."
  }

  why  = "Without the block every address may talk to the API server."
  help = "Add master_authorized_networks_config with the ranges of administrators."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/container_cluster"]

  example "without master_authorized_networks_config" {
    flagged = <<-TF
      resource "google_container_cluster" "this" {
        name               = "main"
        location           = "europe-west1"
        initial_node_count = 1
      }
    TF
  }

  example "with master_authorized_networks_config" {
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

rule "google-gke-intranode-visibility" {
  summary     = "Traffic between pods of one node is not seen"
  category    = "security"
  severity    = "low"
  tags        = ["logging"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_GCP_61"] }

  resource "google_container_cluster" {
    require = self.enable_intranode_visibility == true
    message = "Flow logs and firewall rules miss traffic inside of a node."

    fix {
      set    = { enable_intranode_visibility = true }
      safety = "unsafe"
    }
  }

  why  = "Flow logs and firewall rules miss what pods of one node say to each other."
  help = "Set enable_intranode_visibility = true."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/container_cluster"]

  example "without enable_intranode_visibility" {
    flagged = <<-TF
      resource "google_container_cluster" "this" {
        name               = "main"
        location           = "europe-west1"
        initial_node_count = 1
      }
    TF
  }

  example "enable_intranode_visibility is true" {
    accepted = <<-TF
      resource "google_container_cluster" "this" {
        name               = "main"
        location           = "europe-west1"
        initial_node_count = 1

        enable_intranode_visibility = true
      }
    TF
  }
}

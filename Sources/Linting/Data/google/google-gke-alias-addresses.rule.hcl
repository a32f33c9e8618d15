rule "google-gke-alias-addresses" {
  summary     = "Pods get their addresses through routes"
  category    = "security"
  severity    = "low"
  tags        = ["kubernetes"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_GCP_23"], trivy = ["GCP-0049"] }

  resource "google_container_cluster" {
    require = any([for p in self.ip_allocation_policy : true]) || self.enable_autopilot == true
    message = "Pods have no addresses of the network."
  }

  why  = "With routes, pods are not known to the network: firewall rules and private access do not hold for them."
  help = "Add an ip_allocation_policy block."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/container_cluster"]

  example "as it should not be" {
    flagged = <<-TF
      resource "google_container_cluster" "this" {
        name               = "main"
        location           = "europe-west1"
        initial_node_count = 1

        networking_mode = "ROUTES"
      }
    TF
  }

  example "as it should be" {
    accepted = <<-TF
      resource "google_container_cluster" "this" {
        name               = "main"
        location           = "europe-west1"
        initial_node_count = 1

        ip_allocation_policy {}
      }
    TF
  }
}

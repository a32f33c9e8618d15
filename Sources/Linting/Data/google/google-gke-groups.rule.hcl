rule "google-gke-groups" {
  summary     = "Rights in the cluster are not given by groups"
  category    = "security"
  severity    = "low"
  tags        = ["iam"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_GCP_65"] }

  resource "google_container_cluster" {
    require = any([for g in self.authenticator_groups_config : g.security_group != null])
    message = "Roles of the cluster can only name single people."
  }

  why  = "Rights that are bound to people stay when they leave."
  help = "Set authenticator_groups_config."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/container_cluster"]

  example "without authenticator_groups_config" {
    flagged = <<-TF
      resource "google_container_cluster" "this" {
        name               = "main"
        location           = "europe-west1"
        initial_node_count = 1
      }
    TF
  }

  example "with authenticator_groups_config" {
    accepted = <<-TF
      resource "google_container_cluster" "this" {
        name               = "main"
        location           = "europe-west1"
        initial_node_count = 1

        authenticator_groups_config {
          security_group = "gke-security-groups@example.com"
        }
      }
    TF
  }
}

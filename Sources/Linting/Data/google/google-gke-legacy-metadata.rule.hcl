rule "google-gke-legacy-metadata" {
  summary     = "The old metadata endpoints answer pods"
  category    = "security"
  severity    = "high"
  tags        = ["kubernetes"]
  equivalents = { trivy = ["GCP-0048"] }

  resource "google_container_cluster" "google_container_node_pool" {
    require = !any([for c in self.node_config : lower(tostring(c.metadata["disable-legacy-endpoints"])) == "false"])
    message = "Credentials of the node can be fetched without a header."
  }

  why  = "The old endpoints answer requests that a web server can be tricked into."
  help = "Set disable-legacy-endpoints = \"true\", which is the default."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/container_cluster"]

  example "as it should not be" {
    flagged = <<-TF
      resource "google_container_node_pool" "this" {
        name    = "workers"
        cluster = "main"

        node_config {
          metadata = {
            disable-legacy-endpoints = "false"
          }
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
          metadata = {
            disable-legacy-endpoints = "true"
          }
        }
      }
    TF
  }
}

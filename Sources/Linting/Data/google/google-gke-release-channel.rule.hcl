rule "google-gke-release-channel" {
  summary     = "The cluster follows no release channel"
  category    = "security"
  severity    = "low"
  tags        = ["upgrade"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_GCP_70"] }

  resource "google_container_cluster" {
    require = any([for r in self.release_channel : r.channel != null])
    message = "Upgrades wait for somebody to think of them."
  }

  why  = "Versions without support are upgraded by force at an unwanted time."
  help = "Add release_channel { channel = \"REGULAR\" }."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/container_cluster"]

  example "without release_channel" {
    flagged = <<-TF
      resource "google_container_cluster" "this" {
        name               = "main"
        location           = "europe-west1"
        initial_node_count = 1
      }
    TF
  }

  example "with release_channel" {
    accepted = <<-TF
      resource "google_container_cluster" "this" {
        name               = "main"
        location           = "europe-west1"
        initial_node_count = 1

        release_channel {
          channel = "REGULAR"
        }
      }
    TF
  }
}

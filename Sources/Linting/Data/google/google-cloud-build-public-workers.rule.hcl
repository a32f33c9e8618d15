rule "google-cloud-build-public-workers" {
  summary     = "Build workers have public addresses"
  category    = "security"
  severity    = "low"
  tags        = ["network"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_GCP_86"] }

  resource "google_cloudbuild_worker_pool" {
    require = any([for w in self.worker_config : w.no_external_ip == true])
    message = "Workers reach, and can be reached from, the internet."
  }

  why  = "Builds hold credentials of deployment; without public addresses they reach what the network allows."
  help = "Set no_external_ip = true in worker_config."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/cloudbuild_worker_pool"]

  example "without worker_config" {
    flagged = <<-TF
      resource "google_cloudbuild_worker_pool" "this" {
        name     = "builds"
        location = "europe-west1"
      }
    TF
  }

  example "with worker_config" {
    accepted = <<-TF
      resource "google_cloudbuild_worker_pool" "this" {
        name     = "builds"
        location = "europe-west1"

        worker_config {
          no_external_ip = true
        }
      }
    TF
  }
}

rule "google-storage-versioning" {
  summary     = "What is overwritten in the bucket is gone"
  category    = "reliability"
  severity    = "low"
  tags        = ["backup"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_GCP_78"], trivy = ["GCP-0078"] }

  resource "google_storage_bucket" {
    require = any([for v in self.versioning : v.enabled == true])
    message = "The bucket keeps no versions."
  }

  why  = "A faulty program that overwrites or deletes objects cannot be undone."
  help = "Add versioning { enabled = true }, and a lifecycle rule for old versions."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/storage_bucket"]

  example "without versioning" {
    flagged = <<-TF
      resource "google_storage_bucket" "this" {
        name     = "archive"
        location = "EU"
      }
    TF
  }

  example "with versioning" {
    accepted = <<-TF
      resource "google_storage_bucket" "this" {
        name     = "archive"
        location = "EU"

        versioning {
          enabled = true
        }
      }
    TF
  }
}

rule "google-storage-logging" {
  summary     = "Access to the bucket is not logged"
  category    = "security"
  severity    = "low"
  tags        = ["logging"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_GCP_62"], trivy = ["GCP-0077"] }

  resource "google_storage_bucket" {
    require = any([for l in self.logging : l.log_bucket != null]) || length(related("google_storage_bucket", "logging.log_bucket")) > 0
    message = "The bucket keeps no access log."
  }

  why  = "After a leak nobody can say who read what."
  help = "Add a logging block, or audit logs for data access."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/storage_bucket"]

  example "without logging" {
    flagged = <<-TF
      resource "google_storage_bucket" "this" {
        name     = "archive"
        location = "EU"
      }
    TF
  }

  example "with logging" {
    accepted = <<-TF
      resource "google_storage_bucket" "this" {
        name     = "archive"
        location = "EU"

        logging {
          log_bucket = "logs"
        }
      }
    TF
  }
}

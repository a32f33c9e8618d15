rule "google-storage-self-logging" {
  summary     = "The bucket keeps its own access log"
  category    = "security"
  severity    = "low"
  tags        = ["logging"]
  equivalents = { checkov = ["CKV_GCP_63"] }

  resource "google_storage_bucket" {
    require = !any([for l in self.logging : l.log_bucket == self.name])
    message = "The log lies in the bucket that it is about."
  }

  why  = "Who may delete what is in the bucket deletes the traces too, and each log entry makes another."
  help = "Log to a bucket of its own."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/storage_bucket"]

  example "log_bucket is archive" {
    flagged = <<-TF
      resource "google_storage_bucket" "this" {
        name     = "archive"
        location = "EU"

        logging {
          log_bucket = "archive"
        }
      }
    TF
  }

  example "log_bucket is logs" {
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

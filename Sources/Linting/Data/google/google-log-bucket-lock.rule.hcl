rule "google-log-bucket-lock" {
  summary     = "Exported logs can be deleted before their time"
  category    = "security"
  severity    = "low"
  tags        = ["logging"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV2_GCP_4"] }

  resource "google_logging_project_sink" "google_logging_folder_sink" "google_logging_organization_sink" {
    require = all([for b in referred("google_storage_bucket", self.destination) : any([for r in b.retention_policy : r.is_locked == true])])
    message = "The bucket behind the sink lets logs be deleted."
  }

  why  = "Who covers tracks deletes logs: a locked retention stops owners too."
  help = "Set is_locked = true in the retention_policy of the bucket."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/logging_project_sink"]

  example "not locked" {
    flagged = <<-TF
      resource "google_storage_bucket" "logs" {
        name     = "audit-logs"
        location = "EU"

        retention_policy {
          retention_period = 2592000
          is_locked        = false
        }
      }

      resource "google_logging_project_sink" "audit" {
        name        = "audit"
        destination = "storage.googleapis.com/${google_storage_bucket.logs.name}"
      }
    TF
  }

  example "locked" {
    accepted = <<-TF
      resource "google_storage_bucket" "logs" {
        name     = "audit-logs"
        location = "EU"

        retention_policy {
          retention_period = 2592000
          is_locked        = true
        }
      }

      resource "google_logging_project_sink" "audit" {
        name        = "audit"
        destination = "storage.googleapis.com/${google_storage_bucket.logs.name}"
      }
    TF
  }
}

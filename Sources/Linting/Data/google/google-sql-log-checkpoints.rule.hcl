rule "google-sql-log-checkpoints" {
  summary     = "Checkpoints of the database are not logged"
  category    = "security"
  severity    = "low"
  tags        = ["database"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_GCP_51"], trivy = ["GCP-0025"] }

  resource "google_sql_database_instance" {
    where   = startswith(self.database_version, "POSTGRES")
    require = any([for f in self.settings.database_flags : f.name == "log_checkpoints" && contains(["on"], lower(f.value))])
    message = "The flag log_checkpoints is not as it should be."
  }

  why  = "Checkpoints explain pauses: without the log, slow writes stay a riddle."
  help = "Set the flag log_checkpoints to on."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/sql_database_instance"]

  example "value is off" {
    flagged = <<-TF
      resource "google_sql_database_instance" "this" {
        database_version = "POSTGRES_16"

        settings {
          tier = "db-f1-micro"

          database_flags {
            name  = "log_checkpoints"
            value = "off"
          }
        }
      }
    TF
  }

  example "value is on" {
    accepted = <<-TF
      resource "google_sql_database_instance" "this" {
        database_version = "POSTGRES_16"

        settings {
          tier = "db-f1-micro"

          database_flags {
            name  = "log_checkpoints"
            value = "on"
          }
        }
      }
    TF
  }
}

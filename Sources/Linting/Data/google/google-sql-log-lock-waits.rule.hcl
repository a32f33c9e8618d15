rule "google-sql-log-lock-waits" {
  summary     = "Waiting for locks is not logged"
  category    = "security"
  severity    = "low"
  tags        = ["database"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_GCP_54"], trivy = ["GCP-0020"] }

  resource "google_sql_database_instance" {
    where   = startswith(self.database_version, "POSTGRES")
    require = any([for f in self.settings.database_flags : f.name == "log_lock_waits" && contains(["on"], lower(f.value))])
    message = "The flag log_lock_waits is not as it should be."
  }

  why  = "Statements that block others are not seen."
  help = "Set the flag log_lock_waits to on."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/sql_database_instance"]

  example "value is off" {
    flagged = <<-TF
      resource "google_sql_database_instance" "this" {
        database_version = "POSTGRES_16"

        settings {
          tier = "db-f1-micro"

          database_flags {
            name  = "log_lock_waits"
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
            name  = "log_lock_waits"
            value = "on"
          }
        }
      }
    TF
  }
}

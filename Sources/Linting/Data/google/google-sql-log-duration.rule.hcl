rule "google-sql-log-duration" {
  summary     = "Durations are not logged"
  category    = "security"
  severity    = "info"
  tags        = ["database"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV2_GCP_13"] }

  resource "google_sql_database_instance" {
    where   = startswith(self.database_version, "POSTGRES")
    require = any([for f in self.settings.database_flags : f.name == "log_duration" && contains(["on"], lower(f.value))])
    message = "The flag log_duration is not as it should be."
  }

  why  = "Slow statements are not seen."
  help = "Set the flag log_duration to on."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/sql_database_instance"]

  example "value is off" {
    flagged = <<-TF
      resource "google_sql_database_instance" "this" {
        database_version = "POSTGRES_16"

        settings {
          tier = "db-f1-micro"

          database_flags {
            name  = "log_duration"
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
            name  = "log_duration"
            value = "on"
          }
        }
      }
    TF
  }
}

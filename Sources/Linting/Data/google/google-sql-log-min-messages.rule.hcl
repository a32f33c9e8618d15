rule "google-sql-log-min-messages" {
  summary     = "The database logs too little"
  category    = "security"
  severity    = "low"
  tags        = ["database"]
  equivalents = { checkov = ["CKV_GCP_55"], trivy = ["GCP-0018"] }

  resource "google_sql_database_instance" {
    where   = startswith(self.database_version, "POSTGRES")
    require = !any([for f in self.settings.database_flags : f.name == "log_min_messages" && !contains(["debug5", "debug4", "debug3", "debug2", "debug1", "info", "notice", "warning", "error"], lower(f.value))])
    message = "The flag log_min_messages is not as it should be."
  }

  why  = "Errors below the level leave no trace."
  help = "Leave log_min_messages at warning or below."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/sql_database_instance"]

  example "value is panic" {
    flagged = <<-TF
      resource "google_sql_database_instance" "this" {
        database_version = "POSTGRES_16"

        settings {
          tier = "db-f1-micro"

          database_flags {
            name  = "log_min_messages"
            value = "panic"
          }
        }
      }
    TF
  }

  example "value is warning" {
    accepted = <<-TF
      resource "google_sql_database_instance" "this" {
        database_version = "POSTGRES_16"

        settings {
          tier = "db-f1-micro"

          database_flags {
            name  = "log_min_messages"
            value = "warning"
          }
        }
      }
    TF
  }
}

rule "google-sql-log-error-statement" {
  summary     = "Statements that fail are not logged"
  category    = "security"
  severity    = "low"
  tags        = ["database"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_GCP_109"] }

  resource "google_sql_database_instance" {
    where   = startswith(self.database_version, "POSTGRES")
    require = any([for f in self.settings.database_flags : f.name == "log_min_error_statement" && contains(["error", "warning", "notice", "info", "debug1", "debug2", "debug3", "debug4", "debug5"], lower(f.value))])
    message = "The flag log_min_error_statement is not as it should be."
  }

  why  = "Without the statement an error cannot be explained."
  help = "Set log_min_error_statement to error."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/sql_database_instance"]

  example "value is panic" {
    flagged = <<-TF
      resource "google_sql_database_instance" "this" {
        database_version = "POSTGRES_16"

        settings {
          tier = "db-f1-micro"

          database_flags {
            name  = "log_min_error_statement"
            value = "panic"
          }
        }
      }
    TF
  }

  example "value is error" {
    accepted = <<-TF
      resource "google_sql_database_instance" "this" {
        database_version = "POSTGRES_16"

        settings {
          tier = "db-f1-micro"

          database_flags {
            name  = "log_min_error_statement"
            value = "error"
          }
        }
      }
    TF
  }
}

rule "google-sql-log-statement-duration" {
  summary     = "Statements are logged by their duration"
  category    = "security"
  severity    = "low"
  tags        = ["database"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_GCP_57"], trivy = ["GCP-0021"] }

  resource "google_sql_database_instance" {
    where   = startswith(self.database_version, "POSTGRES")
    require = !any([for f in self.settings.database_flags : f.name == "log_min_duration_statement" && f.value != "-1"])
    message = "The flag log_min_duration_statement is not as it should be."
  }

  why  = "Statements hold data: what is logged by duration brings it into the log."
  help = "Set the flag log_min_duration_statement to -1."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/sql_database_instance"]

  example "value is 99" {
    flagged = <<-TF
      resource "google_sql_database_instance" "this" {
        database_version = "POSTGRES_16"

        settings {
          tier = "db-f1-micro"

          database_flags {
            name  = "log_min_duration_statement"
            value = "99"
          }
        }
      }
    TF
  }

  example "value is -1" {
    accepted = <<-TF
      resource "google_sql_database_instance" "this" {
        database_version = "POSTGRES_16"

        settings {
          tier = "db-f1-micro"

          database_flags {
            name  = "log_min_duration_statement"
            value = "-1"
          }
        }
      }
    TF
  }
}

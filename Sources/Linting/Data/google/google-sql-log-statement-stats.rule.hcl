rule "google-sql-log-statement-stats" {
  summary     = "Statistics of the statement fill the log"
  category    = "security"
  severity    = "low"
  tags        = ["database"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV2_GCP_17"] }

  resource "google_sql_database_instance" {
    where   = startswith(self.database_version, "POSTGRES")
    require = !any([for f in self.settings.database_flags : f.name == "log_statement_stats" && contains(["on"], lower(f.value))])
    message = "The flag log_statement_stats is not as it should be."
  }

  why  = "The flag is for developers of the database: it slows every statement and buries what matters."
  help = "Leave log_statement_stats off."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/sql_database_instance"]

  example "value is on" {
    flagged = <<-TF
      resource "google_sql_database_instance" "this" {
        database_version = "POSTGRES_16"

        settings {
          tier = "db-f1-micro"

          database_flags {
            name  = "log_statement_stats"
            value = "on"
          }
        }
      }
    TF
  }

  example "value is off" {
    accepted = <<-TF
      resource "google_sql_database_instance" "this" {
        database_version = "POSTGRES_16"

        settings {
          tier = "db-f1-micro"

          database_flags {
            name  = "log_statement_stats"
            value = "off"
          }
        }
      }
    TF
  }
}

rule "google-sql-log-statement" {
  summary     = "Changes of the schema are not logged"
  category    = "security"
  severity    = "low"
  tags        = ["database"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_GCP_111"] }

  resource "google_sql_database_instance" {
    where   = startswith(self.database_version, "POSTGRES")
    require = any([for f in self.settings.database_flags : f.name == "log_statement" && contains(["ddl", "mod", "all"], lower(f.value))])
    message = "The flag log_statement is not as it should be."
  }

  why  = "Who changed a table cannot be told."
  help = "Set log_statement to ddl."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/sql_database_instance"]

  example "value is none" {
    flagged = <<-TF
      resource "google_sql_database_instance" "this" {
        database_version = "POSTGRES_16"

        settings {
          tier = "db-f1-micro"

          database_flags {
            name  = "log_statement"
            value = "none"
          }
        }
      }
    TF
  }

  example "value is ddl" {
    accepted = <<-TF
      resource "google_sql_database_instance" "this" {
        database_version = "POSTGRES_16"

        settings {
          tier = "db-f1-micro"

          database_flags {
            name  = "log_statement"
            value = "ddl"
          }
        }
      }
    TF
  }
}

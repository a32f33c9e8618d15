rule "google-sql-pgaudit" {
  summary     = "The database keeps no audit log"
  category    = "security"
  severity    = "low"
  tags        = ["database"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_GCP_110"] }

  resource "google_sql_database_instance" {
    where   = startswith(self.database_version, "POSTGRES")
    require = any([for f in self.settings.database_flags : f.name == "cloudsql.enable_pgaudit" && contains(["on"], lower(f.value))])
    message = "The flag cloudsql.enable_pgaudit is not as it should be."
  }

  why  = "Who read what cannot be told."
  help = "Set the flag cloudsql.enable_pgaudit to on."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/sql_database_instance"]

  example "value is off" {
    flagged = <<-TF
      resource "google_sql_database_instance" "this" {
        database_version = "POSTGRES_16"

        settings {
          tier = "db-f1-micro"

          database_flags {
            name  = "cloudsql.enable_pgaudit"
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
            name  = "cloudsql.enable_pgaudit"
            value = "on"
          }
        }
      }
    TF
  }
}

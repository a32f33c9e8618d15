rule "google-sql-log-connections" {
  summary     = "Connections to the database are not logged"
  category    = "security"
  severity    = "low"
  tags        = ["database"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_GCP_52"], trivy = ["GCP-0016"] }

  resource "google_sql_database_instance" {
    where   = startswith(self.database_version, "POSTGRES")
    require = any([for f in self.settings.database_flags : f.name == "log_connections" && contains(["on"], lower(f.value))])
    message = "The flag log_connections is not as it should be."
  }

  why  = "Attempts to log in leave no trace."
  help = "Set the flag log_connections to on."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/sql_database_instance"]

  example "value is off" {
    flagged = <<-TF
      resource "google_sql_database_instance" "this" {
        database_version = "POSTGRES_16"

        settings {
          tier = "db-f1-micro"

          database_flags {
            name  = "log_connections"
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
            name  = "log_connections"
            value = "on"
          }
        }
      }
    TF
  }
}

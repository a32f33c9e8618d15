rule "google-sql-log-hostname" {
  summary     = "Names of clients are looked up for the log"
  category    = "security"
  severity    = "low"
  tags        = ["database"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_GCP_108"] }

  resource "google_sql_database_instance" {
    where   = startswith(self.database_version, "POSTGRES")
    require = !any([for f in self.settings.database_flags : f.name == "log_hostname" && contains(["on"], lower(f.value))])
    message = "The flag log_hostname is not as it should be."
  }

  why  = "Every connection waits for name servers."
  help = "Leave log_hostname off."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/sql_database_instance"]

  example "value is on" {
    flagged = <<-TF
      resource "google_sql_database_instance" "this" {
        database_version = "POSTGRES_16"

        settings {
          tier = "db-f1-micro"

          database_flags {
            name  = "log_hostname"
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
            name  = "log_hostname"
            value = "off"
          }
        }
      }
    TF
  }
}

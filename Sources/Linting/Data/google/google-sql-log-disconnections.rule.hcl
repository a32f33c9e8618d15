rule "google-sql-log-disconnections" {
  summary     = "Ends of connections are not logged"
  category    = "security"
  severity    = "low"
  tags        = ["database"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_GCP_53"], trivy = ["GCP-0022"] }

  resource "google_sql_database_instance" {
    where   = startswith(self.database_version, "POSTGRES")
    require = any([for f in self.settings.database_flags : f.name == "log_disconnections" && contains(["on"], lower(f.value))])
    message = "The flag log_disconnections is not as it should be."
  }

  why  = "How long somebody was connected cannot be told."
  help = "Set the flag log_disconnections to on."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/sql_database_instance"]

  example "value is off" {
    flagged = <<-TF
      resource "google_sql_database_instance" "this" {
        database_version = "POSTGRES_16"

        settings {
          tier = "db-f1-micro"

          database_flags {
            name  = "log_disconnections"
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
            name  = "log_disconnections"
            value = "on"
          }
        }
      }
    TF
  }
}

rule "google-sql-binary-log" {
  summary     = "The database cannot be set back to a point in time"
  category    = "reliability"
  severity    = "low"
  tags        = ["backup"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV2_GCP_20"] }

  resource "google_sql_database_instance" {
    where   = self.master_instance_name == null && strcontains(self.database_version, "MYSQL")
    require = any([for b in self.settings.backup_configuration : b.binary_log_enabled == true])
    message = "What was written since the last backup cannot be restored."
  }

  why  = "Between two backups everything is lost."
  help = "Set binary_log_enabled = true."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/sql_database_instance"]

  example "without binary_log_enabled" {
    flagged = <<-TF
      resource "google_sql_database_instance" "this" {
        database_version = "MYSQL_8_0"

        settings {
          tier = "db-f1-micro"

          backup_configuration {
            enabled = true
          }
        }
      }
    TF
  }

  example "binary_log_enabled is true" {
    accepted = <<-TF
      resource "google_sql_database_instance" "this" {
        database_version = "MYSQL_8_0"

        settings {
          tier = "db-f1-micro"

          backup_configuration {
            enabled            = true
            binary_log_enabled = true
          }
        }
      }
    TF
  }
}

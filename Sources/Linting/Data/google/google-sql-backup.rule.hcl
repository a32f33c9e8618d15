rule "google-sql-backup" {
  summary     = "The database has no backups"
  category    = "reliability"
  severity    = "medium"
  tags        = ["backup"]
  equivalents = { checkov = ["CKV_GCP_14"], trivy = ["GCP-0024"] }

  resource "google_sql_database_instance" {
    where   = self.master_instance_name == null
    require = any([for b in self.settings.backup_configuration : b.enabled == true])
  }

  why  = "What a faulty program or person deletes is gone."
  help = "Add backup_configuration { enabled = true } to the settings."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/sql_database_instance"]

  example "without backup_configuration" {
    flagged = <<-TF
      resource "google_sql_database_instance" "this" {
        database_version = "POSTGRES_16"

        settings {
          tier = "db-f1-micro"
        }
      }
    TF
  }

  example "with backup_configuration" {
    accepted = <<-TF
      resource "google_sql_database_instance" "this" {
        database_version = "POSTGRES_16"

        settings {
          tier = "db-f1-micro"

          backup_configuration {
            enabled = true
          }
        }
      }
    TF
  }
}

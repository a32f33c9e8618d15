rule "nifcloud-db-backup-retention" {
  summary     = "Backups of the database are kept for a day at most"
  category    = "reliability"
  severity    = "medium"
  tags        = ["backup"]
  packs       = ["strict"]
  equivalents = { trivy = ["NIF-0009"] }

  resource "nifcloud_db_instance" {
    where   = self.replicate_source_db == null
    require = self.backup_retention_period > 1
    message = "An error that is noticed after the weekend cannot be undone."
    at      = self.backup_retention_period
  }

  why  = "Lost and damaged data is often noticed days later."
  help = "Set backup_retention_period to 7 or more."

  references = ["https://registry.terraform.io/providers/nifcloud/nifcloud/latest/docs/resources/db_instance"]

  example "none" {
    flagged = <<-TF
      resource "nifcloud_db_instance" "orders" {
        identifier              = "orders"
        backup_retention_period = 0
      }
    TF
  }

  example "a week" {
    accepted = <<-TF
      resource "nifcloud_db_instance" "orders" {
        identifier              = "orders"
        backup_retention_period = 7
      }
    TF
  }
}

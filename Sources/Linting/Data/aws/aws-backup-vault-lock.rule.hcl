rule "aws-backup-vault-lock" {
  summary  = "Backups of the vault can be deleted before their time"
  category = "reliability"
  severity = "info"
  tags     = ["backup"]
  packs    = ["strict"]

  resource "aws_backup_vault" {
    require = any([for l in related("aws_backup_vault_lock_configuration", "backup_vault_name") : true])
    at      = self
  }

  why  = "Ransomware with an administrator's key deletes the backups first."
  help = "Declare aws_backup_vault_lock_configuration with min_retention_days."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/backup_vault"]

  example "without aws_backup_vault_lock_configuration" {
    flagged = <<-TF
      resource "aws_backup_vault" "main" {
        name = "main"
      }
    TF
  }

  example "with aws_backup_vault_lock_configuration" {
    accepted = <<-TF
      resource "aws_backup_vault" "main" {
        name = "main"
      }

      resource "aws_backup_vault_lock_configuration" "main" {
        backup_vault_name  = aws_backup_vault.main.name
        min_retention_days = 14
      }
    TF
  }
}

rule "aws-backup-copy" {
  summary  = "Backups stay in the vault of their own account and region"
  category = "reliability"
  severity = "info"
  tags     = ["backup"]
  packs    = ["strict"]

  resource "aws_backup_plan" {
    require = any([for r in self.rule : length(r.copy_action) > 0])
    at      = self
  }

  why  = "Whoever takes over the account deletes the backups with the data; a lost region takes both."
  help = "Add a copy_action to a vault of another account or region."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/backup_plan"]

  example "without copy_action" {
    flagged = <<-TF
      resource "aws_backup_plan" "daily" {
        name = "daily"

        rule {
          rule_name         = "daily"
          target_vault_name = "main"
          schedule          = "cron(0 5 * * ? *)"
        }
      }
    TF
  }

  example "with copy_action" {
    accepted = <<-TF
      resource "aws_backup_plan" "daily" {
        name = "daily"

        rule {
          rule_name         = "daily"
          target_vault_name = "main"
          schedule          = "cron(0 5 * * ? *)"

          copy_action {
            destination_vault_arn = "arn:aws:backup:eu-central-1:123456789012:backup-vault:copies"
          }
        }
      }
    TF
  }
}

rule "aws-backup-plan-retention" {
  summary  = "Backups are deleted after less than a week"
  category = "reliability"
  severity = "low"
  tags     = ["backup"]
  packs    = ["strict"]

  parameter "minimum_days" {
    default = 7
    summary = "The least number of days that backups are kept."
  }

  resource "aws_backup_plan" {
    each    = self.rule
    require = !any([for l in each.value.lifecycle : l.delete_after != null && l.delete_after < param.minimum_days])
    message = "The backups of ${each.value.rule_name} are deleted too soon."
  }

  why  = "Damage that is found after a weekend cannot be undone any more."
  help = "Set delete_after = 7 or more."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/backup_plan"]

  example "delete_after is 2" {
    flagged = <<-TF
      resource "aws_backup_plan" "daily" {
        name = "daily"

        rule {
          rule_name         = "daily"
          target_vault_name = "main"

          lifecycle {
            delete_after = 2
          }
        }
      }
    TF
  }

  example "delete_after is 35" {
    accepted = <<-TF
      resource "aws_backup_plan" "daily" {
        name = "daily"

        rule {
          rule_name         = "daily"
          target_vault_name = "main"

          lifecycle {
            delete_after = 35
          }
        }
      }
    TF
  }
}

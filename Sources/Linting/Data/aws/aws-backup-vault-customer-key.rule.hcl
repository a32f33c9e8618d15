rule "aws-backup-vault-customer-key" {
  summary     = "The backup vault is not encrypted with a key of the customer"
  category    = "security"
  severity    = "low"
  tags        = ["encryption", "backup"]
  packs       = ["cmk"]
  equivalents = { checkov = ["CKV_AWS_166"] }

  resource "aws_backup_vault" {
    require = self.kms_key_arn != null && self.kms_key_arn != ""
  }

  why  = "Backups under the default key cannot be copied to another account, which is where they must be when this one is lost."
  help = "Name a key in kms_key_arn."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/backup_vault"]

  example "without kms_key_arn" {
    flagged = <<-TF
      resource "aws_backup_vault" "main" {
        name = "main"
      }
    TF
  }

  example "kms_key_arn is arn:aws:kms:eu-west-1:123456789012:key/1" {
    accepted = <<-TF
      resource "aws_backup_vault" "main" {
        name        = "main"
        kms_key_arn = "arn:aws:kms:eu-west-1:123456789012:key/1"
      }
    TF
  }
}

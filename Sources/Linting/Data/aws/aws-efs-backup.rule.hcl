rule "aws-efs-backup" {
  summary     = "No backup plan covers the file system"
  category    = "reliability"
  severity    = "info"
  tags        = ["backup"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV2_AWS_18"] }

  resource "aws_efs_file_system" {
    require = (
      any([for s in related("aws_backup_selection", "resources") : true])
      || any([for p in related("aws_efs_backup_policy", "file_system_id") : any([for b in p.backup_policy : b.status == "ENABLED"])])
    )
    at = self
  }

  why  = "A program that deletes or encrypts files does so for good: the file system keeps no older versions."
  help = "Add aws_efs_backup_policy with status = ENABLED, or list the ARN in an aws_backup_selection."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/efs_file_system"]

  example "without aws_efs_backup_policy" {
    flagged = <<-TF
      resource "aws_efs_file_system" "files" {
        encrypted = true
      }
    TF
  }

  example "with aws_efs_backup_policy" {
    accepted = <<-TF
      resource "aws_efs_file_system" "files" {
        encrypted = true
      }

      resource "aws_efs_backup_policy" "files" {
        file_system_id = aws_efs_file_system.files.id

        backup_policy {
          status = "ENABLED"
        }
      }
    TF
  }
}

rule "aws-s3-bucket-object-lock" {
  summary     = "Objects of the bucket can be deleted before their time"
  category    = "reliability"
  severity    = "info"
  tags        = ["backup"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AWS_143"] }

  resource "aws_s3_bucket" {
    where   = self.object_lock_enabled == true || length(self.object_lock_configuration) > 0
    require = all([for c in self.object_lock_configuration : c.object_lock_enabled == null || c.object_lock_enabled == "Enabled"])
    at      = self.object_lock_configuration
  }

  why  = "The lock is what keeps backups from whoever has stolen an administrator's key; switched off it protects nothing."
  help = "Set object_lock_enabled = Enabled, with a rule that says for how long."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_bucket"]

  example "object_lock_enabled is Disabled" {
    flagged = <<-TF
      resource "aws_s3_bucket" "backups" {
        bucket = "example-backups"

        object_lock_configuration {
          object_lock_enabled = "Disabled"
        }
      }
    TF
  }

  example "object_lock_enabled is Enabled" {
    accepted = <<-TF
      resource "aws_s3_bucket" "backups" {
        bucket = "example-backups"

        object_lock_configuration {
          object_lock_enabled = "Enabled"
        }
      }
    TF
  }
}

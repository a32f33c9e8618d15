rule "aws-ecs-exec-encryption" {
  summary     = "Records of commands in containers are not encrypted with a key"
  category    = "security"
  severity    = "low"
  tags        = ["encryption", "logging"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AWS_224"] }

  resource "aws_ecs_cluster" {
    where = any([for c in self.configuration : any([for e in c.execute_command_configuration : e.logging != "NONE"])])
    require = all([
      for c in self.configuration :
      all([
        for e in c.execute_command_configuration :
        e.kms_key_id != null
        && all([for l in e.log_configuration : l.cloud_watch_encryption_enabled == true || l.s3_bucket_encryption_enabled == true])
      ])
    ])
  }

  why  = "The records hold what was typed and shown, passwords included."
  help = "Set kms_key_id, and cloud_watch_encryption_enabled or s3_bucket_encryption_enabled in log_configuration."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ecs_cluster"]

  example "reported" {
    flagged = <<-TF
      resource "aws_ecs_cluster" "main" {
        name = "main"

        configuration {
          execute_command_configuration {
            logging = "OVERRIDE"

            log_configuration {
              cloud_watch_log_group_name = "exec"
            }
          }
        }
      }
    TF
  }

  example "accepted" {
    accepted = <<-TF
      resource "aws_ecs_cluster" "main" {
        name = "main"

        configuration {
          execute_command_configuration {
            logging    = "OVERRIDE"
            kms_key_id = "arn:aws:kms:eu-west-1:123456789012:key/1"

            log_configuration {
              cloud_watch_log_group_name     = "exec"
              cloud_watch_encryption_enabled = true
            }
          }
        }
      }
    TF
  }
}

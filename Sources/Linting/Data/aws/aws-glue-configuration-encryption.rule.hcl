rule "aws-glue-configuration-encryption" {
  summary     = "The security configuration of Glue leaves something in clear"
  category    = "security"
  severity    = "medium"
  tags        = ["encryption"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AWS_99"] }

  resource "aws_glue_security_configuration" {
    each = self.encryption_configuration
    require = (
      any([for c in each.value.cloudwatch_encryption : c.cloudwatch_encryption_mode == "SSE-KMS" && c.kms_key_arn != null])
      && any([for b in each.value.job_bookmarks_encryption : b.job_bookmarks_encryption_mode == "CSE-KMS" && b.kms_key_arn != null])
      && any([for s in each.value.s3_encryption : s.s3_encryption_mode != null && s.s3_encryption_mode != "DISABLED"])
    )
    message = "Logs, bookmarks or results are not encrypted."
  }

  why  = "Whoever names this configuration believes that everything is encrypted."
  help = "Use SSE-KMS for logs, CSE-KMS for bookmarks and SSE-KMS or SSE-S3 for results."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/glue_security_configuration"]

  example "reported" {
    flagged = <<-TF
      resource "aws_glue_security_configuration" "main" {
        name = "main"

        encryption_configuration {
          cloudwatch_encryption {
            cloudwatch_encryption_mode = "DISABLED"
          }

          job_bookmarks_encryption {
            job_bookmarks_encryption_mode = "DISABLED"
          }

          s3_encryption {
            s3_encryption_mode = "SSE-S3"
          }
        }
      }
    TF
  }

  example "accepted" {
    accepted = <<-TF
      resource "aws_glue_security_configuration" "main" {
        name = "main"

        encryption_configuration {
          cloudwatch_encryption {
            cloudwatch_encryption_mode = "SSE-KMS"
            kms_key_arn                = "arn:aws:kms:eu-west-1:123456789012:key/1"
          }

          job_bookmarks_encryption {
            job_bookmarks_encryption_mode = "CSE-KMS"
            kms_key_arn                   = "arn:aws:kms:eu-west-1:123456789012:key/1"
          }

          s3_encryption {
            s3_encryption_mode = "SSE-S3"
          }
        }
      }
    TF
  }
}

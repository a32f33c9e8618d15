rule "aws-s3-lifecycle" {
  summary     = "Objects of the bucket are kept for ever"
  category    = "cost"
  severity    = "info"
  packs       = ["cost", "strict"]
  equivalents = { checkov = ["CKV2_AWS_61"] }

  resource "aws_s3_bucket" {
    require = length(self.lifecycle_rule) > 0 || any([for c in related("aws_s3_bucket_lifecycle_configuration", "bucket") : true])
    at      = self
  }

  why  = "Old versions, logs and temporary files are paid for month after month, long after anyone has read them."
  help = "Declare aws_s3_bucket_lifecycle_configuration that expires or moves what is old."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_bucket"]

  example "without aws_s3_bucket_lifecycle_configuration" {
    flagged = <<-TF
      resource "aws_s3_bucket" "logs" {
        bucket = "example-logs"
      }
    TF
  }

  example "with aws_s3_bucket_lifecycle_configuration" {
    accepted = <<-TF
      resource "aws_s3_bucket" "logs" {
        bucket = "example-logs"
      }

      resource "aws_s3_bucket_lifecycle_configuration" "logs" {
        bucket = aws_s3_bucket.logs.id

        rule {
          id     = "old"
          status = "Enabled"

          expiration {
            days = 90
          }
        }
      }
    TF
  }
}

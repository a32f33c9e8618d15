rule "aws-s3-bucket-logging" {
  summary     = "Requests to the bucket are not logged"
  category    = "security"
  severity    = "low"
  tags        = ["logging", "cis-aws/3.6"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AWS_18"], trivy = ["AWS-0089", "AWS-0163"] }

  resource "aws_s3_bucket" {
    require = (
      length(self.logging) > 0
      || any([for l in related("aws_s3_bucket_logging", "bucket") : true])
      || self.acl == "log-delivery-write"
      || any([for a in related("aws_s3_bucket_acl", "bucket") : a.acl == "log-delivery-write"])
    )
    at = self
  }

  why  = "Who read or deleted which object cannot be found out after the fact."
  help = "Declare aws_s3_bucket_logging with another bucket as target, or record data events with CloudTrail."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_bucket"]

  example "without aws_s3_bucket_logging" {
    flagged = <<-TF
      resource "aws_s3_bucket" "data" {
        bucket = "example-data"
      }
    TF
  }

  example "with aws_s3_bucket_logging" {
    accepted = <<-TF
      resource "aws_s3_bucket" "data" {
        bucket = "example-data"
      }

      resource "aws_s3_bucket_logging" "data" {
        bucket        = aws_s3_bucket.data.id
        target_bucket = "example-logs"
        target_prefix = "data/"
      }
    TF
  }
}

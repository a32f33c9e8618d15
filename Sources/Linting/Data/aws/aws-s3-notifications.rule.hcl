rule "aws-s3-notifications" {
  summary     = "Nothing is told what happens in the bucket"
  category    = "security"
  severity    = "info"
  packs       = ["strict"]
  equivalents = { checkov = ["CKV2_AWS_62"] }

  resource "aws_s3_bucket" {
    require = any([for n in related("aws_s3_bucket_notification", "bucket") : true])
    at      = self
  }

  why  = "Uploads and deletions that nobody expected are only seen when someone looks."
  help = "Declare aws_s3_bucket_notification, for instance with eventbridge = true."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_bucket"]

  example "without aws_s3_bucket_notification" {
    flagged = <<-TF
      resource "aws_s3_bucket" "data" {
        bucket = "example-data"
      }
    TF
  }

  example "with aws_s3_bucket_notification" {
    accepted = <<-TF
      resource "aws_s3_bucket" "data" {
        bucket = "example-data"
      }

      resource "aws_s3_bucket_notification" "data" {
        bucket      = aws_s3_bucket.data.id
        eventbridge = true
      }
    TF
  }
}

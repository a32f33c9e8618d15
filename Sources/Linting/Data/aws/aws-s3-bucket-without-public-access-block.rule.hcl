rule "aws-s3-bucket-without-public-access-block" {
  summary     = "Nothing in the configuration blocks public access to the bucket"
  category    = "security"
  severity    = "medium"
  tags        = ["public"]
  packs       = ["strict"]
  equivalents = { trivy = ["AWS-0094"], kics = ["1ec253ab-c220-4d63-b2de-5b40e0af9293"] }

  resource "aws_s3_bucket" {
    let         = { blocks = related("aws_s3_bucket_public_access_block", "bucket") }
    require     = any([for b in blocks : b.block_public_acls == true && b.block_public_policy == true])
    message     = "No public access block is declared for the bucket ${self.bucket}."
    at          = self
    equivalents = { checkov = ["CKV2_AWS_6"] }
  }

  why  = <<-TEXT
    S3 blocks public access to buckets that were made after April 2023; older ones, and those where someone has switched it off by hand, are
    as open as their policies. Only a block in the configuration keeps it as it should be.
  TEXT
  help = "Declare aws_s3_bucket_public_access_block for the bucket with all four settings true."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_bucket"]

  example "no block" {
    flagged = <<-TF
      resource "aws_s3_bucket" "logs" {
        bucket = "example-logs"
      }
    TF
  }

  example "one block for each of several buckets" {
    accepted = <<-TF
      locals {
        names = toset(["logs", "backups"])
      }

      resource "aws_s3_bucket" "b" {
        for_each = local.names
        bucket   = "example-${each.key}"
      }

      resource "aws_s3_bucket_public_access_block" "b" {
        for_each                = aws_s3_bucket.b
        bucket                  = each.value.id
        block_public_acls       = true
        block_public_policy     = true
        ignore_public_acls      = true
        restrict_public_buckets = true
      }
    TF
  }

  example "named by text" {
    accepted = <<-TF
      resource "aws_s3_bucket" "logs" {
        bucket = "example-logs"
      }

      resource "aws_s3_bucket_public_access_block" "logs" {
        bucket                  = "example-logs"
        block_public_acls       = true
        block_public_policy     = true
        ignore_public_acls      = true
        restrict_public_buckets = true
      }
    TF
  }
}

rule "aws-s3-noncurrent-versions" {
  summary  = "Old versions of objects are kept for ever"
  category = "cost"
  severity = "info"
  packs    = ["cost"]

  resource "aws_s3_bucket_versioning" {
    where   = any([for c in self.versioning_configuration : c.status == "Enabled"])
    let     = { configurations = related("aws_s3_bucket_lifecycle_configuration", "bucket", self.bucket) }
    require = any([for c in configurations : any([for r in c.rule : length(r.noncurrent_version_expiration) > 0])])
    at      = self
  }

  why  = "With versioning each overwritten or deleted object stays, unseen and paid for."
  help = "Add a lifecycle rule with noncurrent_version_expiration."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_bucket_versioning"]

  example "without aws_s3_bucket_lifecycle_configuration" {
    flagged = <<-TF
      resource "aws_s3_bucket" "data" {
        bucket = "example-data"
      }

      resource "aws_s3_bucket_versioning" "data" {
        bucket = aws_s3_bucket.data.id

        versioning_configuration {
          status = "Enabled"
        }
      }
    TF
  }

  example "with aws_s3_bucket_lifecycle_configuration" {
    accepted = <<-TF
      resource "aws_s3_bucket" "data" {
        bucket = "example-data"
      }

      resource "aws_s3_bucket_versioning" "data" {
        bucket = aws_s3_bucket.data.id

        versioning_configuration {
          status = "Enabled"
        }
      }

      resource "aws_s3_bucket_lifecycle_configuration" "data" {
        bucket = aws_s3_bucket.data.id

        rule {
          id     = "old-versions"
          status = "Enabled"

          noncurrent_version_expiration {
            noncurrent_days = 30
          }
        }
      }
    TF
  }
}

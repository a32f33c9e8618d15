rule "aws-s3-bucket-versioning" {
  summary     = "Overwritten objects of the bucket are lost"
  category    = "reliability"
  severity    = "low"
  tags        = ["backup"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AWS_21"], trivy = ["AWS-0090"], kics = ["568a4d22-3517-44a6-a7ad-6a7eed88722c"] }

  resource "aws_s3_bucket" {
    require = any([for v in self.versioning : v.enabled == true]) || any([for c in related("aws_s3_bucket_versioning", "bucket") : any([for v in c.versioning_configuration : v.status == "Enabled"])])
    at      = self
  }

  why  = "A faulty program or a stolen key that overwrites objects destroys them for good."
  help = "Declare aws_s3_bucket_versioning with status Enabled."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_bucket"]

  example "without aws_s3_bucket_versioning" {
    flagged = <<-TF
      resource "aws_s3_bucket" "this" {
        bucket = "example-data"
      }
    TF
  }

  example "with aws_s3_bucket_versioning" {
    accepted = <<-TF
      resource "aws_s3_bucket" "this" {
        bucket = "example-data"
      }

      resource "aws_s3_bucket_versioning" "this" {
        bucket = aws_s3_bucket.this.id

        versioning_configuration {
          status = "Enabled"
        }
      }
    TF
  }
}

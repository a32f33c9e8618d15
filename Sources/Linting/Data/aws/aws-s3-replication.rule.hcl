rule "aws-s3-replication" {
  summary     = "The bucket is not replicated"
  category    = "reliability"
  severity    = "info"
  tags        = ["backup"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AWS_144"] }

  resource "aws_s3_bucket" {
    require = (
      any([for c in self.replication_configuration : any([for r in c.rules : r.status == "Enabled"])])
      || any([for c in related("aws_s3_bucket_replication_configuration", "bucket") : any([for r in c.rule : r.status == "Enabled"])])
    )
    at = self
  }

  why  = "The objects live in one region and one account; losing either loses them."
  help = "Declare aws_s3_bucket_replication_configuration to a bucket elsewhere, for data that cannot be made again."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_bucket"]

  example "without aws_s3_bucket_replication_configuration" {
    flagged = <<-TF
      resource "aws_s3_bucket" "data" {
        bucket = "example-data"
      }
    TF
  }

  example "with aws_s3_bucket_replication_configuration" {
    accepted = <<-TF
      resource "aws_s3_bucket" "data" {
        bucket = "example-data"
      }

      resource "aws_s3_bucket_replication_configuration" "data" {
        bucket = aws_s3_bucket.data.id
        role   = "arn:aws:iam::123456789012:role/replication"

        rule {
          status = "Enabled"

          destination {
            bucket = "arn:aws:s3:::example-copy"
          }
        }
      }
    TF
  }
}

rule "aws-s3-bucket-encryption-algorithm" {
  summary     = "The bucket's encryption names no algorithm that exists"
  category    = "correctness"
  severity    = "medium"
  tags        = ["encryption"]
  equivalents = { checkov = ["CKV_AWS_19"] }

  resource "aws_s3_bucket" {
    let = {
      configurations = related("aws_s3_bucket_server_side_encryption_configuration", "bucket")
      rules          = concat(flatten([for c in self.server_side_encryption_configuration : c.rule]), flatten([for c in configurations : c.rule]))
    }
    require = (
      !any([
        for r in rules :
        any([
          for d in r.apply_server_side_encryption_by_default :
          d.sse_algorithm == null || !contains(["AES256", "aws:kms", "aws:kms:dsse"], d.sse_algorithm)
        ])
      ])
      && !any([
        for c in configurations :
        length(c.rule) == 0 || all([for r in c.rule : length(r.apply_server_side_encryption_by_default) == 0])
      ])
    )
    at = self
  }

  why  = "S3 refuses the configuration, and the bucket keeps what it had before."
  help = "Set sse_algorithm to aws:kms or AES256."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_bucket"]

  example "sse_algorithm is AES-512" {
    flagged = <<-TF
      resource "aws_s3_bucket" "data" {
        bucket = "example-data"
      }

      resource "aws_s3_bucket_server_side_encryption_configuration" "data" {
        bucket = aws_s3_bucket.data.id

        rule {
          apply_server_side_encryption_by_default {
            sse_algorithm = "AES-512"
          }
        }
      }
    TF
  }

  example "sse_algorithm is aws:kms" {
    accepted = <<-TF
      resource "aws_s3_bucket" "data" {
        bucket = "example-data"
      }

      resource "aws_s3_bucket_server_side_encryption_configuration" "data" {
        bucket = aws_s3_bucket.data.id

        rule {
          apply_server_side_encryption_by_default {
            sse_algorithm = "aws:kms"
          }
        }
      }
    TF
  }
}

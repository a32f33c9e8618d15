rule "aws-s3-bucket-encryption" {
  summary     = "The bucket does not say how it is encrypted"
  category    = "security"
  severity    = "low"
  tags        = ["encryption"]
  packs       = ["strict"]
  equivalents = { kics = ["6726dcc0-5ff5-459d-b473-a780bef7665c"] }

  resource "aws_s3_bucket" {
    let         = { configurations = related("aws_s3_bucket_server_side_encryption_configuration", "bucket") }
    require     = any([for c in self.server_side_encryption_configuration : true]) || any([for c in configurations : any([for r in c.rule : length(r.apply_server_side_encryption_by_default) > 0])])
    at          = self
    equivalents = { trivy = ["AWS-0088"] }
  }

  why  = "S3 encrypts new objects with a key of its own. Only a configuration in the module shows a reviewer that this is enough, or names the key."
  help = "Declare aws_s3_bucket_server_side_encryption_configuration with aws:kms and, for sensitive data, a key of yours."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_bucket"]

  example "not said" {
    flagged = <<-TF
      resource "aws_s3_bucket" "data" {
        bucket = "example-data"
      }
    TF
  }

  example "with KMS" {
    accepted = <<-TF
      resource "aws_s3_bucket" "data" {
        bucket = "example-data"
      }

      resource "aws_s3_bucket_server_side_encryption_configuration" "data" {
        bucket = aws_s3_bucket.data.bucket

        rule {
          apply_server_side_encryption_by_default {
            sse_algorithm = "aws:kms"
          }
        }
      }
    TF
  }
}

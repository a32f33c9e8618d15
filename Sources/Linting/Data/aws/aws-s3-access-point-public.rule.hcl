rule "aws-s3-access-point-public" {
  summary     = "The access point may be made public"
  category    = "security"
  severity    = "high"
  tags        = ["public"]
  equivalents = { checkov = ["CKV_AWS_392"] }

  resource "aws_s3_access_point" {
    each = self.public_access_block_configuration
    require = (
      each.value.block_public_acls != false
      && each.value.block_public_policy != false
      && each.value.ignore_public_acls != false
      && each.value.restrict_public_buckets != false
    )
    message = "Public access through this access point is not blocked."
  }

  why  = <<-TEXT
    A policy written in haste opens the bucket through the access point, although the bucket itself looks closed. The settings cannot be
    changed later.
  TEXT
  help = "Remove the block, or set all four settings to true."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_access_point"]

  example "block_public_policy is false" {
    flagged = <<-TF
      resource "aws_s3_access_point" "reports" {
        bucket = "example-reports"
        name   = "reports"

        public_access_block_configuration {
          block_public_policy = false
        }
      }
    TF
  }

  example "block_public_policy is true" {
    accepted = <<-TF
      resource "aws_s3_access_point" "reports" {
        bucket = "example-reports"
        name   = "reports"

        public_access_block_configuration {
          block_public_policy = true
        }
      }
    TF
  }
}

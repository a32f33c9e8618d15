rule "aws-s3-acls-enabled" {
  summary     = "Access control lists of the bucket are in force"
  category    = "security"
  severity    = "low"
  packs       = ["strict"]
  equivalents = { checkov = ["CKV2_AWS_65"] }

  resource "aws_s3_bucket_ownership_controls" {
    require = any([for r in self.rule : r.object_ownership == "BucketOwnerEnforced"])
  }

  why  = "With lists in force, each writer of an object decides who may read it, and policies do not show who has access."
  help = "Set object_ownership = BucketOwnerEnforced and use policies."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_bucket_ownership_controls"]

  example "object_ownership is ObjectWriter" {
    flagged = <<-TF
      resource "aws_s3_bucket_ownership_controls" "data" {
        bucket = "example-data"

        rule {
          object_ownership = "ObjectWriter"
        }
      }
    TF
  }

  example "object_ownership is BucketOwnerEnforced" {
    accepted = <<-TF
      resource "aws_s3_bucket_ownership_controls" "data" {
        bucket = "example-data"

        rule {
          object_ownership = "BucketOwnerEnforced"
        }
      }
    TF
  }
}

rule "aws-s3-bucket-mfa-delete" {
  summary     = "One stolen key is enough to delete versions for good"
  category    = "security"
  severity    = "info"
  tags        = ["backup", "cis-aws/2.1.3"]
  packs       = ["strict"]
  equivalents = { trivy = ["AWS-0170"] }

  resource "aws_s3_bucket_versioning" {
    require = self.mfa != null || any([for c in self.versioning_configuration : c.mfa_delete == "Enabled"])
    at      = self
  }

  resource "aws_s3_bucket" {
    where   = length(self.versioning) > 0
    require = any([for v in self.versioning : v.mfa_delete == true])
    at      = self.versioning
  }

  why  = "Versions protect from mistakes, but whoever may delete versions deletes all of them."
  help = "Have the root user set mfa_delete, or use object lock."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_bucket_versioning"]

  example "without mfa_delete" {
    flagged = <<-TF
      resource "aws_s3_bucket_versioning" "data" {
        bucket = "example-data"

        versioning_configuration {
          status = "Enabled"
        }
      }
    TF
  }

  example "mfa_delete is Enabled" {
    accepted = <<-TF
      resource "aws_s3_bucket_versioning" "data" {
        bucket = "example-data"

        versioning_configuration {
          status     = "Enabled"
          mfa_delete = "Enabled"
        }
      }
    TF
  }
}

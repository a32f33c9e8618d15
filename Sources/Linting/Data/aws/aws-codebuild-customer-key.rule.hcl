rule "aws-codebuild-customer-key" {
  summary     = "Results of the build are not encrypted with a key of the customer"
  category    = "security"
  severity    = "low"
  tags        = ["encryption"]
  packs       = ["cmk"]
  equivalents = { checkov = ["CKV_AWS_147"] }

  resource "aws_codebuild_project" {
    where   = any([for a in self.artifacts : a.type != "NO_ARTIFACTS"])
    require = self.encryption_key != null && self.encryption_key != ""
  }

  why  = "Who may decrypt what will be deployed is decided by the key's policy; that of AWS lets the whole account."
  help = "Name a key in encryption_key."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/codebuild_project"]

  example "without encryption_key" {
    flagged = <<-TF
      resource "aws_codebuild_project" "app" {
        name         = "app"
        service_role = "arn:aws:iam::123456789012:role/build"

        artifacts {
          type = "S3"
        }
      }
    TF
  }

  example "encryption_key is arn:aws:kms:eu-west-1:123456789012:key/1" {
    accepted = <<-TF
      resource "aws_codebuild_project" "app" {
        name         = "app"
        service_role = "arn:aws:iam::123456789012:role/build"

        artifacts {
          type = "S3"
        }
        encryption_key = "arn:aws:kms:eu-west-1:123456789012:key/1"
      }
    TF
  }
}

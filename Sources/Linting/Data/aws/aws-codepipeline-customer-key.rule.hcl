rule "aws-codepipeline-customer-key" {
  summary     = "The pipeline's artifacts are not encrypted with a key of the customer"
  category    = "security"
  severity    = "low"
  tags        = ["encryption"]
  packs       = ["cmk"]
  equivalents = { checkov = ["CKV_AWS_219"] }

  resource "aws_codepipeline" {
    require = all([for s in self.artifact_store : any([for k in s.encryption_key : k.id != null])])
    at      = self.artifact_store
  }

  why  = <<-TEXT
    Artifacts wait between stages to be deployed; only with a key of your own can stages in other accounts be let in, and nobody else.
  TEXT
  help = "Add an encryption_key block to artifact_store."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/codepipeline"]

  example "without encryption_key" {
    flagged = <<-TF
      resource "aws_codepipeline" "app" {
        name     = "app"
        role_arn = "arn:aws:iam::123456789012:role/pipeline"

        artifact_store {
          location = "example-artifacts"
          type     = "S3"
        }
      }
    TF
  }

  example "with encryption_key" {
    accepted = <<-TF
      resource "aws_codepipeline" "app" {
        name     = "app"
        role_arn = "arn:aws:iam::123456789012:role/pipeline"

        artifact_store {
          location = "example-artifacts"
          type     = "S3"

          encryption_key {
            id   = "arn:aws:kms:eu-west-1:123456789012:key/1"
            type = "KMS"
          }
        }
      }
    TF
  }
}

rule "aws-ecr-customer-key" {
  summary  = "The image repository is not encrypted with a key of the customer"
  category = "security"
  severity = "low"
  tags     = ["encryption"]
  packs    = ["cmk"]

  resource "aws_ecr_repository" {
    require     = any([for e in self.encryption_configuration : e.encryption_type == "KMS"])
    at          = self
    equivalents = { checkov = ["CKV_AWS_136"] }
  }

  resource "aws_ecr_repository" {
    require     = any([for e in self.encryption_configuration : e.encryption_type == "KMS" && e.kms_key != null])
    at          = self
    message     = "No key of the customer is named for the repository."
    equivalents = { trivy = ["AWS-0033"] }
  }

  why  = "With the storage's own key nobody can decide, or record, who may decrypt the images."
  help = "Add encryption_configuration with encryption_type = KMS and a key. The repository is replaced."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ecr_repository"]

  example "without encryption_configuration" {
    flagged = <<-TF
      resource "aws_ecr_repository" "app" {
        name = "app"
      }
    TF
  }

  example "with encryption_configuration" {
    accepted = <<-TF
      resource "aws_ecr_repository" "app" {
        name = "app"

        encryption_configuration {
          encryption_type = "KMS"
          kms_key         = "arn:aws:kms:eu-west-1:123456789012:key/1"
        }
      }
    TF
  }
}

rule "aws-codeartifact-customer-key" {
  summary     = "The package domain is not encrypted with a key of the customer"
  category    = "security"
  severity    = "low"
  tags        = ["encryption"]
  packs       = ["cmk"]
  equivalents = { checkov = ["CKV_AWS_221"] }

  resource "aws_codeartifact_domain" {
    require = self.encryption_key != null && self.encryption_key != ""
  }

  why  = "The packages of a company are its source code; a key of your own decides, and records, who may read them."
  help = "Name a key in encryption_key. The domain is replaced."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/codeartifact_domain"]

  example "without encryption_key" {
    flagged = <<-TF
      resource "aws_codeartifact_domain" "main" {
        domain = "main"
      }
    TF
  }

  example "encryption_key is arn:aws:kms:eu-west-1:123456789012:key/1" {
    accepted = <<-TF
      resource "aws_codeartifact_domain" "main" {
        domain         = "main"
        encryption_key = "arn:aws:kms:eu-west-1:123456789012:key/1"
      }
    TF
  }
}

rule "aws-kendra-customer-key" {
  summary     = "The Kendra index is not encrypted with a key of the customer"
  category    = "security"
  severity    = "low"
  tags        = ["encryption"]
  packs       = ["cmk"]
  equivalents = { checkov = ["CKV_AWS_262"] }

  resource "aws_kendra_index" {
    require = any([for s in self.server_side_encryption_configuration : s.kms_key_id != null])
    at      = self
  }

  why  = "The index repeats the company's documents; a key of your own decides, and records, who may read them."
  help = "Add server_side_encryption_configuration with a kms_key_id."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/kendra_index"]

  example "without server_side_encryption_configuration" {
    flagged = <<-TF
      resource "aws_kendra_index" "docs" {
        name     = "docs"
        role_arn = "arn:aws:iam::123456789012:role/kendra"
      }
    TF
  }

  example "with server_side_encryption_configuration" {
    accepted = <<-TF
      resource "aws_kendra_index" "docs" {
        name     = "docs"
        role_arn = "arn:aws:iam::123456789012:role/kendra"

        server_side_encryption_configuration {
          kms_key_id = "arn:aws:kms:eu-west-1:123456789012:key/1"
        }
      }
    TF
  }
}

rule "aws-imagebuilder-customer-key" {
  summary  = "The image or its component is not encrypted with a key of the customer"
  category = "security"
  severity = "low"
  tags     = ["encryption"]
  packs    = ["cmk"]

  resource "aws_imagebuilder_component" {
    require     = self.kms_key_id != null && self.kms_key_id != ""
    equivalents = { checkov = ["CKV_AWS_180"] }
  }

  resource "aws_imagebuilder_distribution_configuration" {
    each        = self.distribution
    require     = all([for a in each.value.ami_distribution_configuration : a.kms_key_id != null])
    equivalents = { checkov = ["CKV_AWS_199"] }
  }

  why  = "An image under AWS's key cannot be shared with other accounts, nor can access to it be withdrawn by key."
  help = "Name a key in kms_key_id."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/imagebuilder_component"]

  example "without kms_key_id" {
    flagged = <<-TF
      resource "aws_imagebuilder_component" "agent" {
        name     = "agent"
        platform = "Linux"
        version  = "1.0.0"
        uri      = "s3://example-components/agent.yml"
      }
    TF
  }

  example "kms_key_id is arn:aws:kms:eu-west-1:123456789012:key/1" {
    accepted = <<-TF
      resource "aws_imagebuilder_component" "agent" {
        name       = "agent"
        platform   = "Linux"
        version    = "1.0.0"
        uri        = "s3://example-components/agent.yml"
        kms_key_id = "arn:aws:kms:eu-west-1:123456789012:key/1"
      }
    TF
  }
}

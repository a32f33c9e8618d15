rule "aws-ami-customer-key" {
  summary     = "The copied image is not encrypted with a key of the customer"
  category    = "security"
  severity    = "low"
  tags        = ["encryption"]
  packs       = ["cmk"]
  equivalents = { checkov = ["CKV_AWS_236"] }

  resource "aws_ami_copy" {
    require = self.kms_key_id != null && self.kms_key_id != ""
  }

  why  = <<-TEXT
    An image that is encrypted with the key of AWS cannot be shared with other accounts, nor can access to it be withdrawn by key.
  TEXT
  help = "Name a key in kms_key_id."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ami_copy"]

  example "without kms_key_id" {
    flagged = <<-TF
      resource "aws_ami_copy" "base" {
        name              = "base"
        source_ami_id     = "ami-0a1b2c3d"
        source_ami_region = "eu-west-1"
        encrypted         = true
      }
    TF
  }

  example "kms_key_id is arn:aws:kms:eu-west-1:123456789012:key/1" {
    accepted = <<-TF
      resource "aws_ami_copy" "base" {
        name              = "base"
        source_ami_id     = "ami-0a1b2c3d"
        source_ami_region = "eu-west-1"
        encrypted         = true
        kms_key_id        = "arn:aws:kms:eu-west-1:123456789012:key/1"
      }
    TF
  }
}

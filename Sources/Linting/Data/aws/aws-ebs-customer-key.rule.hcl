rule "aws-ebs-customer-key" {
  summary  = "The volume is not encrypted with a key of the customer"
  category = "security"
  severity = "low"
  tags     = ["encryption"]
  packs    = ["cmk"]

  resource "aws_ebs_volume" {
    require     = self.kms_key_id != null && self.kms_key_id != ""
    equivalents = { checkov = ["CKV_AWS_189"], trivy = ["AWS-0027"] }
  }

  resource "aws_ebs_snapshot_copy" {
    require     = self.kms_key_id != null && self.kms_key_id != ""
    equivalents = { checkov = ["CKV_AWS_183"] }
  }

  why  = "Snapshots under AWS's key cannot be given to another account, and access to them cannot be withdrawn by key."
  help = "Name a key in kms_key_id."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ebs_volume"]

  example "without kms_key_id" {
    flagged = <<-TF
      resource "aws_ebs_volume" "data" {
        availability_zone = "eu-west-1a"
        size              = 40
        encrypted         = true
      }
    TF
  }

  example "kms_key_id is arn:aws:kms:eu-west-1:123456789012:key/1" {
    accepted = <<-TF
      resource "aws_ebs_volume" "data" {
        availability_zone = "eu-west-1a"
        size              = 40
        encrypted         = true
        kms_key_id        = "arn:aws:kms:eu-west-1:123456789012:key/1"
      }
    TF
  }
}

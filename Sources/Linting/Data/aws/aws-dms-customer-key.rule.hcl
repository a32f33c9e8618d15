rule "aws-dms-customer-key" {
  summary  = "The migration is not encrypted with a key of the customer"
  category = "security"
  severity = "low"
  tags     = ["encryption"]
  packs    = ["cmk"]

  resource "aws_dms_endpoint" {
    where       = self.engine_name != "s3"
    require     = self.kms_key_arn != null && self.kms_key_arn != ""
    equivalents = { checkov = ["CKV_AWS_296"] }
  }

  resource "aws_dms_endpoint" {
    where       = self.engine_name == "s3"
    require     = self.kms_key_arn != null && self.kms_key_arn != ""
    equivalents = { checkov = ["CKV_AWS_296"] }
  }

  resource "aws_dms_s3_endpoint" {
    require     = (self.kms_key_arn != null && self.kms_key_arn != "") || self.server_side_encryption_kms_key_id != null
    equivalents = { checkov = ["CKV_AWS_298"] }
  }

  resource "aws_dms_replication_instance" {
    require     = self.kms_key_arn != null && self.kms_key_arn != ""
    equivalents = { checkov = ["CKV_AWS_212"] }
  }

  why  = "A migration holds the passwords of both databases and, on its way, all of their data."
  help = "Name a key in kms_key_arn."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/dms_endpoint"]

  example "without kms_key_arn" {
    flagged = <<-TF
      resource "aws_dms_replication_instance" "move" {
        replication_instance_id    = "move"
        replication_instance_class = "dms.t3.medium"
      }
    TF
  }

  example "kms_key_arn is arn:aws:kms:eu-west-1:123456789012:key/1" {
    accepted = <<-TF
      resource "aws_dms_replication_instance" "move" {
        replication_instance_id    = "move"
        replication_instance_class = "dms.t3.medium"
        kms_key_arn                = "arn:aws:kms:eu-west-1:123456789012:key/1"
      }
    TF
  }
}

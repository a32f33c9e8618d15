rule "aws-kinesis-customer-key" {
  summary  = "The stream is not encrypted with a key of the customer"
  category = "security"
  severity = "low"
  tags     = ["encryption"]
  packs    = ["cmk"]

  resource "aws_kinesis_stream" {
    require     = self.kms_key_id != null && self.kms_key_id != "alias/aws/kinesis"
    equivalents = { checkov = ["CKV_AWS_185"] }
  }

  resource "aws_kinesis_video_stream" {
    require     = self.kms_key_id != null && self.kms_key_id != ""
    equivalents = { checkov = ["CKV_AWS_177"] }
  }

  why  = "Who reads a stream under AWS's key is neither decided nor recorded by its owner."
  help = "Name a key in kms_key_id."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/kinesis_stream"]

  example "kms_key_id is alias/aws/kinesis" {
    flagged = <<-TF
      resource "aws_kinesis_stream" "events" {
        name            = "events"
        encryption_type = "KMS"
        kms_key_id      = "alias/aws/kinesis"
      }
    TF
  }

  example "kms_key_id is arn:aws:kms:eu-west-1:123456789012:key/1" {
    accepted = <<-TF
      resource "aws_kinesis_stream" "events" {
        name            = "events"
        encryption_type = "KMS"
        kms_key_id      = "arn:aws:kms:eu-west-1:123456789012:key/1"
      }
    TF
  }
}

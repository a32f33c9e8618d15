rule "aws-firehose-encryption" {
  summary  = "The delivery stream stores records in clear"
  category = "security"
  severity = "medium"
  tags     = ["encryption"]
  packs    = ["strict"]

  resource "aws_kinesis_firehose_delivery_stream" {
    where       = length(self.kinesis_source_configuration) == 0
    require     = any([for s in self.server_side_encryption : s.enabled == true])
    at          = self
    equivalents = { checkov = ["CKV_AWS_240"] }
  }

  resource "aws_kinesis_firehose_delivery_stream" {
    where       = length(self.kinesis_source_configuration) == 0
    require     = any([for s in self.server_side_encryption : s.enabled == true && s.key_type == "CUSTOMER_MANAGED_CMK" && s.key_arn != null])
    at          = self
    message     = "The stream is not encrypted with a key of the customer."
    severity    = "low"
    equivalents = { checkov = ["CKV_AWS_241"] }
  }

  why  = "Records wait in the stream until they are delivered, and often hold logs with personal data."
  help = "Add server_side_encryption with enabled = true, key_type = CUSTOMER_MANAGED_CMK and a key."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/kinesis_firehose_delivery_stream"]

  example "without server_side_encryption" {
    flagged = <<-TF
      resource "aws_kinesis_firehose_delivery_stream" "logs" {
        name        = "logs"
        destination = "extended_s3"
      }
    TF
  }

  example "with server_side_encryption" {
    accepted = <<-TF
      resource "aws_kinesis_firehose_delivery_stream" "logs" {
        name        = "logs"
        destination = "extended_s3"

        server_side_encryption {
          enabled  = true
          key_type = "CUSTOMER_MANAGED_CMK"
          key_arn  = "arn:aws:kms:eu-west-1:123456789012:key/1"
        }
      }
    TF
  }
}

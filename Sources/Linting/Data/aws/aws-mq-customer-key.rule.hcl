rule "aws-mq-customer-key" {
  summary     = "The message broker is not encrypted with a key of the customer"
  category    = "security"
  severity    = "low"
  tags        = ["encryption"]
  packs       = ["cmk"]
  equivalents = { checkov = ["CKV_AWS_209"] }

  resource "aws_mq_broker" {
    require = any([for e in self.encryption_options : e.kms_key_id != null])
    at      = self
  }

  why  = "The key that AWS owns cannot be audited, restricted or revoked."
  help = "Add encryption_options with use_aws_owned_key = false and a kms_key_id. The broker is replaced."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/mq_broker"]

  example "without encryption_options" {
    flagged = <<-TF
      resource "aws_mq_broker" "orders" {
        broker_name        = "orders"
        engine_type        = "ActiveMQ"
        engine_version     = "5.18"
        host_instance_type = "mq.m5.large"
      }
    TF
  }

  example "with encryption_options" {
    accepted = <<-TF
      resource "aws_mq_broker" "orders" {
        broker_name        = "orders"
        engine_type        = "ActiveMQ"
        engine_version     = "5.18"
        host_instance_type = "mq.m5.large"

        encryption_options {
          kms_key_id        = "arn:aws:kms:eu-west-1:123456789012:key/1"
          use_aws_owned_key = false
        }
      }
    TF
  }
}

rule "aws-sqs-encryption-stated" {
  summary     = "The queue does not say how it is encrypted"
  category    = "security"
  severity    = "info"
  tags        = ["encryption"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AWS_27"], trivy = ["AWS-0096"] }

  resource "aws_sqs_queue" {
    require = self.sqs_managed_sse_enabled == true || (self.kms_master_key_id != null && self.kms_master_key_id != "")
    at      = self
  }

  why  = <<-TEXT
    SQS encrypts new queues with a key of its own. Queues from before October 2022 stay as they are, and a reviewer cannot tell which it
    is.
  TEXT
  help = "Set sqs_managed_sse_enabled = true, or name a key in kms_master_key_id."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/sqs_queue"]

  example "without sqs_managed_sse_enabled" {
    flagged = <<-TF
      resource "aws_sqs_queue" "orders" {
        name = "orders"
      }
    TF
  }

  example "sqs_managed_sse_enabled is true" {
    accepted = <<-TF
      resource "aws_sqs_queue" "orders" {
        name                    = "orders"
        sqs_managed_sse_enabled = true
      }
    TF
  }
}

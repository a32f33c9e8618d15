rule "aws-sqs-encryption" {
  summary     = "Messages of the queue are not encrypted"
  category    = "security"
  severity    = "medium"
  tags        = ["encryption"]
  equivalents = { checkov = ["CKV_AWS_27"], trivy = ["AWS-0096"], kics = ["6e8849c1-3aa7-40e3-9063-b85ee300f29f"] }

  resource "aws_sqs_queue" {
    require = self.sqs_managed_sse_enabled != false || self.kms_master_key_id != null

    fix {
      set    = { sqs_managed_sse_enabled = true }
      safety = "unsafe"
    }
  }

  why  = "Messages wait in clear, and often hold what must not be read."
  help = "Remove sqs_managed_sse_enabled = false, or name a key with kms_master_key_id."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/sqs_queue"]

  example "reported" {
    flagged = <<-TF
      resource "aws_sqs_queue" "this" {
        name                    = "q"
        sqs_managed_sse_enabled = false
      }
    TF
  }

  example "accepted" {
    accepted = <<-TF
      resource "aws_sqs_queue" "this" {
        name              = "q"
        kms_master_key_id = "alias/aws/sqs"
      }
    TF
  }
}

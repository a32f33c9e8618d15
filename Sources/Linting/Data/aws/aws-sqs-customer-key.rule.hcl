rule "aws-sqs-customer-key" {
  summary  = "The queue is not encrypted with a key of the customer"
  category = "security"
  severity = "low"
  tags     = ["encryption"]
  packs    = ["cmk"]

  resource "aws_sqs_queue" {
    require     = self.kms_master_key_id != "alias/aws/sqs"
    equivalents = { checkov = ["CKV2_AWS_73"], trivy = ["AWS-0135"] }
  }

  resource "aws_sqs_queue" {
    require = self.kms_master_key_id != null && self.kms_master_key_id != ""
  }

  why  = "Services such as SNS and S3 cannot send to a queue under AWS's key, and nobody decides who may read it."
  help = "Name a key in kms_master_key_id."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/sqs_queue"]

  example "kms_master_key_id is alias/aws/sqs" {
    flagged = <<-TF
      resource "aws_sqs_queue" "orders" {
        name              = "orders"
        kms_master_key_id = "alias/aws/sqs"
      }
    TF
  }

  example "kms_master_key_id is alias/orders" {
    accepted = <<-TF
      resource "aws_sqs_queue" "orders" {
        name              = "orders"
        kms_master_key_id = "alias/orders"
      }
    TF
  }
}

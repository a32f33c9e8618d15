rule "aws-cloudwatch-log-customer-key" {
  summary     = "The log group is not encrypted with a key of the customer"
  category    = "security"
  severity    = "low"
  tags        = ["encryption", "logging"]
  packs       = ["cmk"]
  equivalents = { checkov = ["CKV_AWS_158"], trivy = ["AWS-0017"] }

  resource "aws_cloudwatch_log_group" {
    require = self.kms_key_id != null && self.kms_key_id != ""
  }

  why  = "Logs hold more personal data than anyone intends; a key of your own decides, and records, who may read them."
  help = "Name a key in kms_key_id and allow the logs service of the region to use it."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudwatch_log_group"]

  example "without kms_key_id" {
    flagged = <<-TF
      resource "aws_cloudwatch_log_group" "app" {
        name              = "app"
        retention_in_days = 30
      }
    TF
  }

  example "kms_key_id is arn:aws:kms:eu-west-1:123456789012:key/1" {
    accepted = <<-TF
      resource "aws_cloudwatch_log_group" "app" {
        name              = "app"
        retention_in_days = 30
        kms_key_id        = "arn:aws:kms:eu-west-1:123456789012:key/1"
      }
    TF
  }
}

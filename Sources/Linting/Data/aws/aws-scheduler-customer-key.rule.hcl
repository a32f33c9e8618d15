rule "aws-scheduler-customer-key" {
  summary     = "The schedule is not encrypted with a key of the customer"
  category    = "security"
  severity    = "low"
  tags        = ["encryption"]
  packs       = ["cmk"]
  equivalents = { checkov = ["CKV_AWS_297"] }

  resource "aws_scheduler_schedule" {
    require = self.kms_key_arn != null && self.kms_key_arn != ""
  }

  why  = "A schedule's input often holds names and addresses; a key of your own decides, and records, who may read it."
  help = "Name a key in kms_key_arn."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/scheduler_schedule"]

  example "without kms_key_arn" {
    flagged = <<-TF
      resource "aws_scheduler_schedule" "nightly" {
        name                = "nightly"
        schedule_expression = "rate(1 day)"
      }
    TF
  }

  example "kms_key_arn is arn:aws:kms:eu-west-1:123456789012:key/1" {
    accepted = <<-TF
      resource "aws_scheduler_schedule" "nightly" {
        name                = "nightly"
        schedule_expression = "rate(1 day)"
        kms_key_arn         = "arn:aws:kms:eu-west-1:123456789012:key/1"
      }
    TF
  }
}

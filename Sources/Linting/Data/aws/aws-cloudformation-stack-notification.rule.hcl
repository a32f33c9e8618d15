rule "aws-cloudformation-stack-notification" {
  summary     = "Nobody is told what happens to the stack"
  category    = "reliability"
  severity    = "info"
  tags        = ["monitoring"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AWS_124"] }

  resource "aws_cloudformation_stack" {
    require = self.notification_arns != null && self.notification_arns != ""
  }

  why  = "A stack that is changed or rolled back outside of Terraform goes unnoticed."
  help = "List a topic in notification_arns."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudformation_stack"]

  example "without notification_arns" {
    flagged = <<-TF
      resource "aws_cloudformation_stack" "legacy" {
        name         = "legacy"
        template_url = "https://example-templates.s3.amazonaws.com/legacy.json"
      }
    TF
  }

  example "notification_arns is arn:aws:sns:eu-west-1:123456789012:stacks" {
    accepted = <<-TF
      resource "aws_cloudformation_stack" "legacy" {
        name              = "legacy"
        template_url      = "https://example-templates.s3.amazonaws.com/legacy.json"
        notification_arns = ["arn:aws:sns:eu-west-1:123456789012:stacks"]
      }
    TF
  }
}

rule "aws-cloudwatch-log-retention" {
  summary     = "The log is kept for ever"
  category    = "cost"
  severity    = "info"
  packs       = ["cost", "strict"]
  equivalents = { checkov = ["CKV_AWS_66"] }

  resource "aws_cloudwatch_log_group" {
    require = self.retention_in_days != null && self.retention_in_days != 0
  }

  why  = "Logs that never expire cost more each month and keep personal data longer than it may be kept."
  help = "Set retention_in_days."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudwatch_log_group"]

  example "without retention_in_days" {
    flagged = <<-TF
      resource "aws_cloudwatch_log_group" "this" {
        name = "app"
      }
    TF
  }

  example "retention_in_days is 90" {
    accepted = <<-TF
      resource "aws_cloudwatch_log_group" "this" {
        name              = "app"
        retention_in_days = 90
      }
    TF
  }
}

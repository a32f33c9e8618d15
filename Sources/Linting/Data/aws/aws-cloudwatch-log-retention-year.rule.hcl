rule "aws-cloudwatch-log-retention-year" {
  summary     = "Logs are deleted before a year has passed"
  category    = "security"
  severity    = "info"
  tags        = ["logging"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AWS_338"] }

  parameter "minimum_days" {
    default = 365
    summary = "The least number of days that logs are kept."
  }

  resource "aws_cloudwatch_log_group" {
    require = self.retention_in_days == null || self.retention_in_days == 0 || self.retention_in_days >= param.minimum_days
    message = "The logs are kept for ${self.retention_in_days} days."
  }

  why  = "Intrusions are found after months; by then the logs of their beginning are gone. Some regulations ask for a year."
  help = "Set retention_in_days = 365, or export older logs to a bucket."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudwatch_log_group"]

  example "retention_in_days is 14" {
    flagged = <<-TF
      resource "aws_cloudwatch_log_group" "app" {
        name              = "app"
        retention_in_days = 14
      }
    TF
  }

  example "retention_in_days is 365" {
    accepted = <<-TF
      resource "aws_cloudwatch_log_group" "app" {
        name              = "app"
        retention_in_days = 365
      }
    TF
  }
}

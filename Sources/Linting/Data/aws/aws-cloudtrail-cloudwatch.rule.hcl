rule "aws-cloudtrail-cloudwatch" {
  summary     = "The trail does not go to CloudWatch"
  category    = "security"
  severity    = "low"
  tags        = ["logging", "cis-aws/3.4"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV2_AWS_10"], trivy = ["AWS-0162"] }

  resource "aws_cloudtrail" {
    require = self.cloud_watch_logs_group_arn != null && self.cloud_watch_logs_group_arn != ""
  }

  why  = "Alarms on root logins or changed policies need the events in CloudWatch; files in a bucket are read after the fact."
  help = "Set cloud_watch_logs_group_arn and cloud_watch_logs_role_arn."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudtrail"]

  example "reported" {
    flagged = <<-TF
      resource "aws_cloudtrail" "main" {
        name           = "main"
        s3_bucket_name = "trail"
      }
    TF
  }

  example "accepted" {
    accepted = <<-TF
      resource "aws_cloudtrail" "main" {
        name                       = "main"
        s3_bucket_name             = "trail"
        cloud_watch_logs_group_arn = "arn:aws:logs:eu-west-1:123456789012:log-group:trail:*"
        cloud_watch_logs_role_arn  = "arn:aws:iam::123456789012:role/trail"
      }
    TF
  }
}

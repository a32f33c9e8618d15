rule "aws-cloudtrail-alarms" {
  summary  = "Nothing watches the trail for events that matter"
  category = "security"
  severity = "info"
  tags     = ["logging", "monitoring", "cis-aws/4.1", "cis-aws/4.2", "cis-aws/4.3", "cis-aws/4.4", "cis-aws/4.5", "cis-aws/4.6", "cis-aws/4.7", "cis-aws/4.8", "cis-aws/4.9", "cis-aws/4.10", "cis-aws/4.11", "cis-aws/4.12", "cis-aws/4.13", "cis-aws/4.14", "cis-aws/4.15"]
  packs    = ["strict"]

  resource "aws_cloudwatch_log_group" {
    let         = { patterns = [for f in related("aws_cloudwatch_log_metric_filter", "log_group_name") : f.pattern] }
    where       = any([for t in related("aws_cloudtrail", "cloud_watch_logs_group_arn") : t.is_multi_region_trail == true])
    require     = any([for p in patterns : all([for word in ["UnauthorizedOperation", "AccessDenied"] : strcontains(p, word)])])
    at          = self
    message     = "No metric filter counts unauthorised requests."
    equivalents = { trivy = ["AWS-0147"] }
  }

  resource "aws_cloudwatch_log_group" {
    let         = { patterns = [for f in related("aws_cloudwatch_log_metric_filter", "log_group_name") : f.pattern] }
    where       = any([for t in related("aws_cloudtrail", "cloud_watch_logs_group_arn") : t.is_multi_region_trail == true])
    require     = any([for p in patterns : all([for word in ["ConsoleLogin", "MFAUsed"] : strcontains(p, word)])])
    at          = self
    message     = "No metric filter counts sign-ins without a second factor."
    equivalents = { trivy = ["AWS-0148"] }
  }

  resource "aws_cloudwatch_log_group" {
    let         = { patterns = [for f in related("aws_cloudwatch_log_metric_filter", "log_group_name") : f.pattern] }
    where       = any([for t in related("aws_cloudtrail", "cloud_watch_logs_group_arn") : t.is_multi_region_trail == true])
    require     = any([for p in patterns : all([for word in ["Root"] : strcontains(p, word)])])
    at          = self
    message     = "No metric filter counts what the root user does."
    equivalents = { trivy = ["AWS-0149"] }
  }

  resource "aws_cloudwatch_log_group" {
    let         = { patterns = [for f in related("aws_cloudwatch_log_metric_filter", "log_group_name") : f.pattern] }
    where       = any([for t in related("aws_cloudtrail", "cloud_watch_logs_group_arn") : t.is_multi_region_trail == true])
    require     = any([for p in patterns : all([for word in ["PutRolePolicy"] : strcontains(p, word)])])
    at          = self
    message     = "No metric filter counts changes to IAM policies."
    equivalents = { trivy = ["AWS-0150"] }
  }

  resource "aws_cloudwatch_log_group" {
    let         = { patterns = [for f in related("aws_cloudwatch_log_metric_filter", "log_group_name") : f.pattern] }
    where       = any([for t in related("aws_cloudtrail", "cloud_watch_logs_group_arn") : t.is_multi_region_trail == true])
    require     = any([for p in patterns : all([for word in ["StopLogging"] : strcontains(p, word)])])
    at          = self
    message     = "No metric filter counts changes to trails."
    equivalents = { trivy = ["AWS-0151"] }
  }

  resource "aws_cloudwatch_log_group" {
    let         = { patterns = [for f in related("aws_cloudwatch_log_metric_filter", "log_group_name") : f.pattern] }
    where       = any([for t in related("aws_cloudtrail", "cloud_watch_logs_group_arn") : t.is_multi_region_trail == true])
    require     = any([for p in patterns : all([for word in ["ConsoleLogin", "Failed authentication"] : strcontains(p, word)])])
    at          = self
    message     = "No metric filter counts failed sign-ins."
    equivalents = { trivy = ["AWS-0152"] }
  }

  resource "aws_cloudwatch_log_group" {
    let         = { patterns = [for f in related("aws_cloudwatch_log_metric_filter", "log_group_name") : f.pattern] }
    where       = any([for t in related("aws_cloudtrail", "cloud_watch_logs_group_arn") : t.is_multi_region_trail == true])
    require     = any([for p in patterns : all([for word in ["DisableKey"] : strcontains(p, word)])])
    at          = self
    message     = "No metric filter counts keys that are disabled or deleted."
    equivalents = { trivy = ["AWS-0153"] }
  }

  resource "aws_cloudwatch_log_group" {
    let         = { patterns = [for f in related("aws_cloudwatch_log_metric_filter", "log_group_name") : f.pattern] }
    where       = any([for t in related("aws_cloudtrail", "cloud_watch_logs_group_arn") : t.is_multi_region_trail == true])
    require     = any([for p in patterns : all([for word in ["PutBucketPolicy"] : strcontains(p, word)])])
    at          = self
    message     = "No metric filter counts changes to bucket policies."
    equivalents = { trivy = ["AWS-0154"] }
  }

  resource "aws_cloudwatch_log_group" {
    let         = { patterns = [for f in related("aws_cloudwatch_log_metric_filter", "log_group_name") : f.pattern] }
    where       = any([for t in related("aws_cloudtrail", "cloud_watch_logs_group_arn") : t.is_multi_region_trail == true])
    require     = any([for p in patterns : all([for word in ["StopConfigurationRecorder"] : strcontains(p, word)])])
    at          = self
    message     = "No metric filter counts changes to AWS Config."
    equivalents = { trivy = ["AWS-0155"] }
  }

  resource "aws_cloudwatch_log_group" {
    let         = { patterns = [for f in related("aws_cloudwatch_log_metric_filter", "log_group_name") : f.pattern] }
    where       = any([for t in related("aws_cloudtrail", "cloud_watch_logs_group_arn") : t.is_multi_region_trail == true])
    require     = any([for p in patterns : all([for word in ["AuthorizeSecurityGroupIngress"] : strcontains(p, word)])])
    at          = self
    message     = "No metric filter counts changes to security groups."
    equivalents = { trivy = ["AWS-0156"] }
  }

  resource "aws_cloudwatch_log_group" {
    let         = { patterns = [for f in related("aws_cloudwatch_log_metric_filter", "log_group_name") : f.pattern] }
    where       = any([for t in related("aws_cloudtrail", "cloud_watch_logs_group_arn") : t.is_multi_region_trail == true])
    require     = any([for p in patterns : all([for word in ["CreateNetworkAcl"] : strcontains(p, word)])])
    at          = self
    message     = "No metric filter counts changes to network ACLs."
    equivalents = { trivy = ["AWS-0157"] }
  }

  resource "aws_cloudwatch_log_group" {
    let         = { patterns = [for f in related("aws_cloudwatch_log_metric_filter", "log_group_name") : f.pattern] }
    where       = any([for t in related("aws_cloudtrail", "cloud_watch_logs_group_arn") : t.is_multi_region_trail == true])
    require     = any([for p in patterns : all([for word in ["CreateCustomerGateway"] : strcontains(p, word)])])
    at          = self
    message     = "No metric filter counts changes to gateways."
    equivalents = { trivy = ["AWS-0158"] }
  }

  resource "aws_cloudwatch_log_group" {
    let         = { patterns = [for f in related("aws_cloudwatch_log_metric_filter", "log_group_name") : f.pattern] }
    where       = any([for t in related("aws_cloudtrail", "cloud_watch_logs_group_arn") : t.is_multi_region_trail == true])
    require     = any([for p in patterns : all([for word in ["CreateRouteTable"] : strcontains(p, word)])])
    at          = self
    message     = "No metric filter counts changes to route tables."
    equivalents = { trivy = ["AWS-0159"] }
  }

  resource "aws_cloudwatch_log_group" {
    let         = { patterns = [for f in related("aws_cloudwatch_log_metric_filter", "log_group_name") : f.pattern] }
    where       = any([for t in related("aws_cloudtrail", "cloud_watch_logs_group_arn") : t.is_multi_region_trail == true])
    require     = any([for p in patterns : all([for word in ["CreateVpc"] : strcontains(p, word)])])
    at          = self
    message     = "No metric filter counts changes to VPCs."
    equivalents = { trivy = ["AWS-0160"] }
  }

  resource "aws_cloudwatch_log_group" {
    let         = { patterns = [for f in related("aws_cloudwatch_log_metric_filter", "log_group_name") : f.pattern] }
    where       = any([for t in related("aws_cloudtrail", "cloud_watch_logs_group_arn") : t.is_multi_region_trail == true])
    require     = any([for p in patterns : all([for word in ["organizations.amazonaws.com"] : strcontains(p, word)])])
    at          = self
    message     = "No metric filter counts changes to the organisation."
    equivalents = { trivy = ["AWS-0174"] }
  }

  why  = <<-TEXT
    The trail writes down who changed what; without filters and alarms somebody reads it weeks later. The CIS benchmark names these
    events.
  TEXT
  help = "Add an aws_cloudwatch_log_metric_filter and an alarm for each of the events."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudwatch_log_group"]

  example "reported" {
    flagged = <<-TF
      resource "aws_cloudwatch_log_group" "trail" {
        name = "trail"
      }

      resource "aws_cloudtrail" "main" {
        name                       = "main"
        s3_bucket_name             = "trail"
        is_multi_region_trail      = true
        cloud_watch_logs_group_arn = "${aws_cloudwatch_log_group.trail.arn}:*"
        cloud_watch_logs_role_arn  = "arn:aws:iam::123456789012:role/trail"
      }
    TF
  }

  example "no trail writes to it" {
    accepted = <<-TF
      resource "aws_cloudwatch_log_group" "app" {
        name = "app"
      }
    TF
  }
}

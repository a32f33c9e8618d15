mapping "aws_cloudwatch_log_group" {
  cloudformation "AWS::Logs::LogGroup" {
    name              = LogGroupName
    name_prefix       = drop("CloudFormation completes names by itself")
    retention_in_days = enum(RetentionInDays, { "0" = null })
    skip_destroy      = ignore("what Terraform leaves behind when the resource is removed")

    refer "name" { ref = true }
    # Terraform's has no `:*` at its end, unlike CloudFormation's.
    refer "arn"  { sub = "arn:${partition}:logs:${region}:${account}:log-group:${ref}" }
  }
}

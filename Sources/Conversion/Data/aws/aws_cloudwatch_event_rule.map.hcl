mapping "aws_cloudwatch_event_rule" {
  cloudformation "AWS::Events::Rule" {
    name_prefix   = drop("CloudFormation completes names by itself")
    is_enabled    = enum(State, { true = "ENABLED", false = "DISABLED" })
    force_destroy = ignore("how Terraform deletes the rule")

    refer "name" { ref = true }
    refer "arn"  { attribute = "Arn" }
  }
}

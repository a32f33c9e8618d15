mapping "aws_sns_topic_subscription" {
  cloudformation "AWS::SNS::Subscription" {
    confirmation_timeout_in_minutes = ignore("how Terraform waits, not what is built")
    endpoint_auto_confirms          = ignore("how Terraform waits, not what is built")

    refer "arn" { ref = true }
  }
}

mapping "aws_autoscaling_policy" {
  cloudformation "AWS::AutoScaling::ScalingPolicy" {
    name    = ignore("CloudFormation names policies by itself")
    target_tracking_configuration = {
      customized_metric_specification = { metric_dimension = Dimensions }
    }
    enabled = assume(true, "CloudFormation has no switch for scaling policies")

    refer "arn"  { ref = true }
    refer "name" { attribute = "PolicyName" }
  }
}

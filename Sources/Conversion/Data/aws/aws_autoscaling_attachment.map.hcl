mapping "aws_autoscaling_attachment" {
  cloudformation "AWS::AutoScaling::AutoScalingGroup" {
    merge_into          = autoscaling_group_name
    elb                 = "LoadBalancerNames[]"
    lb_target_group_arn = "TargetGroupARNs[]"
  }
}

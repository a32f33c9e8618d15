mapping "aws_lb_target_group_attachment" {
  cloudformation "AWS::ElasticLoadBalancingV2::TargetGroup" {
    merge_into = target_group_arn
    under      = "Targets[]"
    target_id  = Id
  }
}

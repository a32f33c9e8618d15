mapping "aws_iam_group_policy_attachment" {
  cloudformation "AWS::IAM::Group" {
    merge_into = group
    policy_arn = "ManagedPolicyArns[]"
  }
}

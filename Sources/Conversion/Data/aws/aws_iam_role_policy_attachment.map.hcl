mapping "aws_iam_role_policy_attachment" {
  cloudformation "AWS::IAM::Role" {
    merge_into = role
    policy_arn = "ManagedPolicyArns[]"
  }
}

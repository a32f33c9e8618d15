mapping "aws_iam_user_policy_attachment" {
  cloudformation "AWS::IAM::User" {
    merge_into = user
    policy_arn = "ManagedPolicyArns[]"
  }
}

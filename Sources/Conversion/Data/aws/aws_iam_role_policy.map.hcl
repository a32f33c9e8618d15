mapping "aws_iam_role_policy" {
  cloudformation "AWS::IAM::Policy" {
    name        = PolicyName
    name_prefix = PolicyName
    role        = Roles
    policy      = PolicyDocument

    default = { PolicyName = "inline" }
  }
}

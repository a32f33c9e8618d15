mapping "aws_iam_policy" {
  cloudformation "AWS::IAM::ManagedPolicy" {
    name = ManagedPolicyName
    name_prefix                      = drop("CloudFormation completes names by itself")
    policy                           = PolicyDocument
    tags = drop("CloudFormation does not tag managed policies")

    refer "arn"              { ref = true }
    refer "policy_id"        { attribute = "PolicyId" }
    refer "attachment_count" { attribute = "AttachmentCount" }
  }
}

mapping "aws_iam_role" {
  cloudformation "AWS::IAM::Role" {
    name                  = RoleName
    name_prefix           = drop("CloudFormation completes names by itself")
    assume_role_policy    = AssumeRolePolicyDocument
    force_detach_policies = ignore("how Terraform deletes the role")
    inline_policy         = block(Policies, { name = PolicyName, policy = PolicyDocument })

    refer "name"      { ref = true }
    refer "arn"       { attribute = "Arn" }
    refer "unique_id" { attribute = "RoleId" }
  }
}

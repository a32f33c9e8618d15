mapping "aws_iam_instance_profile" {
  cloudformation "AWS::IAM::InstanceProfile" {
    name        = InstanceProfileName
    name_prefix = drop("CloudFormation completes names by itself")
    role        = Roles
    tags        = drop("CloudFormation does not tag instance profiles")

    refer "name" { ref = true }
    refer "arn"  { attribute = "Arn" }
  }
}

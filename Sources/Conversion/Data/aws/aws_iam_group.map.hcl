mapping "aws_iam_group" {
  cloudformation "AWS::IAM::Group" {
    name = GroupName

    refer "name" { ref = true }
    refer "arn"  { attribute = "Arn" }
  }
}

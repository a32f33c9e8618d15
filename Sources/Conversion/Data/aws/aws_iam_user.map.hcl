mapping "aws_iam_user" {
  cloudformation "AWS::IAM::User" {
    name          = UserName
    force_destroy = ignore("how Terraform deletes the user")

    refer "name" { ref = true }
    refer "arn"  { attribute = "Arn" }
  }
}

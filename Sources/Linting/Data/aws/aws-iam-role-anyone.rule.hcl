rule "aws-iam-role-anyone" {
  summary     = "Anyone can assume the role"
  category    = "security"
  severity    = "critical"
  tags        = ["iam", "public"]
  equivalents = { checkov = ["CKV_AWS_60"] }

  resource "aws_iam_role" {
    require = !any([
      for s in policy_statements(self.assume_role_policy) :
      s.effect == "Allow" && any([for p in s.principals : p.type == "AWS" && p.identifier == "*"]) && length(s.conditions) == 0
    ])
    message = "Every AWS account in the world can assume this role."
    at      = self.assume_role_policy
  }

  why  = "A principal of * without a condition trusts every AWS account: whoever learns the role's name has its permissions."
  help = "Name the accounts, roles or services that may assume it, or add a condition on the organisation."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_role"]

  example "everyone" {
    flagged = <<-TF
      resource "aws_iam_role" "app" {
        name = "app"
        assume_role_policy = jsonencode({
          Version = "2012-10-17"
          Statement = [{
            Effect    = "Allow"
            Action    = "sts:AssumeRole"
            Principal = { AWS = "*" }
          }]
        })
      }
    TF
  }

  example "a service" {
    accepted = <<-TF
      data "aws_iam_policy_document" "trust" {
        statement {
          actions = ["sts:AssumeRole"]
          principals {
            type        = "Service"
            identifiers = ["lambda.amazonaws.com"]
          }
        }
      }

      resource "aws_iam_role" "app" {
        name               = "app"
        assume_role_policy = data.aws_iam_policy_document.trust.json
      }
    TF
  }
}

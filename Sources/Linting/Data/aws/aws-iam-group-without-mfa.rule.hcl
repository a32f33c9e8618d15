rule "aws-iam-group-without-mfa" {
  summary     = "Members of the group may act without a second factor"
  category    = "security"
  severity    = "info"
  tags        = ["iam"]
  packs       = ["strict"]
  equivalents = { trivy = ["AWS-0123"] }

  resource "aws_iam_group" {
    let     = { policies = flatten([for p in related("aws_iam_group_policy", "group") : policy_statements(p.policy)]) }
    require = any([for s in policies : any([for c in s.conditions : lower(c.variable) == "aws:multifactorauthpresent"])])
    at      = self
  }

  why  = "A password or key that leaks is enough to use all rights of the group."
  help = "Add a policy to the group that denies everything while aws:MultiFactorAuthPresent is false."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_group"]

  example "without aws_iam_group_policy" {
    flagged = <<-TF
      resource "aws_iam_group" "operators" {
        name = "operators"
      }
    TF
  }

  example "with aws_iam_group_policy" {
    accepted = <<-TF
      resource "aws_iam_group" "operators" {
        name = "operators"
      }

      resource "aws_iam_group_policy" "mfa" {
        group = aws_iam_group.operators.name

        policy = jsonencode({
          Version = "2012-10-17"
          Statement = [{
            Effect    = "Deny"
            NotAction = "iam:*"
            Resource  = "*"
            Condition = { BoolIfExists = { "aws:MultiFactorAuthPresent" = "false" } }
          }]
        })
      }
    TF
  }
}

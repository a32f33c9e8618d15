rule "aws-iam-role-account-root" {
  summary     = "Everybody in an account may assume the role"
  category    = "security"
  severity    = "low"
  tags        = ["iam"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AWS_61"] }

  resource "aws_iam_role" {
    require = !any([
      for s in policy_statements(self.assume_role_policy) :
      s.effect == "Allow"
      && any([
        for p in s.principals :
        p.type == "AWS"
        && (p.identifier == "*" || can(regex("^[0-9]{12}$", p.identifier)) || can(regex("^arn:aws[a-z-]*:iam::[0-9]{12}:root$", p.identifier)))
      ])
      && length(s.conditions) == 0
    ])
    at      = self.assume_role_policy
    message = "Every user and role of the account may assume this role."
  }

  why  = "Trust in a whole account lets each of its users and programs take the role, those that will be created later too."
  help = "Name the roles that may assume it, or add a condition (sts:ExternalId, aws:PrincipalArn)."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_role"]

  example "reported" {
    flagged = <<-TF
      resource "aws_iam_role" "deploy" {
        name = "deploy"

        assume_role_policy = jsonencode({
          Version = "2012-10-17"
          Statement = [{
            Effect    = "Allow"
            Principal = { AWS = "arn:aws:iam::123456789012:root" }
            Action    = "sts:AssumeRole"
          }]
        })
      }
    TF
  }

  example "accepted" {
    accepted = <<-TF
      resource "aws_iam_role" "deploy" {
        name = "deploy"

        assume_role_policy = jsonencode({
          Version = "2012-10-17"
          Statement = [{
            Effect    = "Allow"
            Principal = { AWS = "arn:aws:iam::123456789012:role/pipeline" }
            Action    = "sts:AssumeRole"
          }]
        })
      }
    TF
  }
}

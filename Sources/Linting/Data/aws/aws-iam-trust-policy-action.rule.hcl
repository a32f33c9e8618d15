rule "aws-iam-trust-policy-action" {
  summary  = "The trust policy does not let anyone assume the role"
  category = "correctness"
  severity = "medium"
  tags     = ["iam"]

  resource "aws_iam_role" {
    let     = { statements = policy_statements(self.assume_role_policy) }
    where   = length(statements) > 0
    require = any([for s in statements : s.effect == "Allow" && any([for a in s.actions : a == "*" || startswith(lower(a), "sts:")])])
    at      = self.assume_role_policy
    message = "No statement allows sts:AssumeRole or one of its kind."
  }

  resource "aws_iam_role" {
    let     = { statements = policy_statements(self.assume_role_policy) }
    require = !any([for s in statements : any([for p in s.principals : p.type == "Service" && !strcontains(p.identifier, ".")])])
    at      = self.assume_role_policy
    message = "A service is named by its host name, as in lambda.amazonaws.com."
  }

  why  = "IAM refuses the role, or takes it and nobody can use it."
  help = "Allow sts:AssumeRole to a principal, for a service with its whole name."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_role"]

  example "reported" {
    flagged = <<-TF
      resource "aws_iam_role" "thumbs" {
        name = "thumbs"

        assume_role_policy = jsonencode({
          Version = "2012-10-17"
          Statement = [{
            Effect    = "Allow"
            Principal = { Service = "lambda" }
            Action    = "sts:AssumeRole"
          }]
        })
      }
    TF
  }

  example "accepted" {
    accepted = <<-TF
      resource "aws_iam_role" "thumbs" {
        name = "thumbs"

        assume_role_policy = jsonencode({
          Version = "2012-10-17"
          Statement = [{
            Effect    = "Allow"
            Principal = { Service = "lambda.amazonaws.com" }
            Action    = "sts:AssumeRole"
          }]
        })
      }
    TF
  }
}

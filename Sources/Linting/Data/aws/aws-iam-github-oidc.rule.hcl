rule "aws-iam-github-oidc" {
  summary  = "Workflows of any GitHub repository may assume the role"
  category = "security"
  severity = "high"
  tags     = ["iam", "public"]

  resource "aws_iam_role" {
    let = { github = [for s in policy_statements(self.assume_role_policy) : s if s.effect == "Allow" && any([for p in s.principals : strcontains(p.identifier, "token.actions.githubusercontent.com")])] }
    require = all([
      for s in github :
      any([
        for c in s.conditions :
        lower(c.variable) == "token.actions.githubusercontent.com:sub"
        && !any([
          for v in c.values :
          v == "*"
          || startswith(v, "repo:*")
          || !strcontains(v, ":")
          || can(regex("^[^:]*[*]", v))
          || (can(regex("^(workflow|environment|ref|context|head_ref|base_ref):", v)) && !strcontains(v, "repo:"))
        ])
      ])
    ])
    at          = self.assume_role_policy
    message     = "The condition on the subject of the token is missing, or fits every repository."
    equivalents = { checkov = ["CKV_AWS_393"] }
  }

  data "aws_iam_policy_document" {
    each = self.statement
    where = (
      each.value.effect != "Deny"
      && any([for p in each.value.principals : any([for i in p.identifiers : strcontains(i, "token.actions.githubusercontent.com")])])
    )
    require = any([
      for c in each.value.condition :
      lower(c.variable) == "token.actions.githubusercontent.com:sub"
      && !any([
        for v in c.values :
        v == "*"
        || startswith(v, "repo:*")
        || !strcontains(v, ":")
        || can(regex("^[^:]*[*]", v))
        || (can(regex("^(workflow|environment|ref|context|head_ref|base_ref):", v)) && !strcontains(v, "repo:"))
      ])
    ])
    message     = "The condition on the subject of the token is missing, or fits every repository."
    equivalents = { checkov = ["CKV_AWS_358"] }
  }

  why  = <<-TEXT
    GitHub signs tokens for every workflow of the world; without a condition on the subject a stranger's repository gets this role.
  TEXT
  help = "Add a condition on token.actions.githubusercontent.com:sub that names your repository, as in repo:example/shop:*."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_role"]

  example "values is repo:*" {
    flagged = <<-TF
      data "aws_iam_policy_document" "deploy" {
        statement {
          actions = ["sts:AssumeRoleWithWebIdentity"]

          principals {
            type        = "Federated"
            identifiers = ["arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com"]
          }

          condition {
            test     = "StringLike"
            variable = "token.actions.githubusercontent.com:sub"
            values   = ["repo:*"]
          }
        }
      }
    TF
  }

  example "values is repo:example/shop:ref:refs/heads/main" {
    accepted = <<-TF
      data "aws_iam_policy_document" "deploy" {
        statement {
          actions = ["sts:AssumeRoleWithWebIdentity"]

          principals {
            type        = "Federated"
            identifiers = ["arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com"]
          }

          condition {
            test     = "StringLike"
            variable = "token.actions.githubusercontent.com:sub"
            values   = ["repo:example/shop:ref:refs/heads/main"]
          }
        }
      }
    TF
  }
}

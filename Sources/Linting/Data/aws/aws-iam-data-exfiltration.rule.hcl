rule "aws-iam-data-exfiltration" {
  summary  = "The policy lets its holder read everything that is stored"
  category = "security"
  severity = "medium"
  tags     = ["iam"]
  packs    = ["strict"]

  resource "aws_iam_policy" "aws_iam_role_policy" "aws_iam_user_policy" "aws_iam_group_policy" {
    let = {
      free     = flatten([for s in policy_statements(self.policy) : s.actions if s.effect == "Allow" && length(s.conditions) == 0 && contains(s.resources, "*")])
      patterns = [for a in free : "^(?i:${replace(replace(a, "*", ".*"), "?", ".")})$"]
      listed = [
        "s3:GetObject", "ssm:GetParameter", "ssm:GetParameters", "ssm:GetParametersByPath", "secretsmanager:GetSecretValue",
        "rds:CopyDBSnapshot", "rds:CreateDBSnapshot",
      ]
      found = [for action in listed : action if any([for p in patterns : can(regex(p, action))])]
    }
    require     = !any([for action in listed : any([for p in patterns : can(regex(p, action))])])
    at          = self.policy
    equivalents = { checkov = ["CKV_AWS_288"], trivy = ["AWS-0345"] }
  }

  resource "aws_ssoadmin_permission_set_inline_policy" {
    let = {
      free     = flatten([for s in policy_statements(self.inline_policy) : s.actions if s.effect == "Allow" && length(s.conditions) == 0 && contains(s.resources, "*")])
      patterns = [for a in free : "^(?i:${replace(replace(a, "*", ".*"), "?", ".")})$"]
      listed = [
        "s3:GetObject", "ssm:GetParameter", "ssm:GetParameters", "ssm:GetParametersByPath", "secretsmanager:GetSecretValue",
        "rds:CopyDBSnapshot", "rds:CreateDBSnapshot",
      ]
      found = [for action in listed : action if any([for p in patterns : can(regex(p, action))])]
    }
    require     = !any([for action in listed : any([for p in patterns : can(regex(p, action))])])
    at          = self.inline_policy
    equivalents = { checkov = ["CKV_AWS_288"] }
  }

  data "aws_iam_policy_document" {
    let = {
      free     = flatten([for s in self.statement : s.actions if s.effect != "Deny" && length(s.condition) == 0 && length(s.principals) == 0 && s.resources != null && contains(s.resources, "*")])
      patterns = [for a in free : "^(?i:${replace(replace(a, "*", ".*"), "?", ".")})$"]
      listed = [
        "s3:GetObject", "ssm:GetParameter", "ssm:GetParameters", "ssm:GetParametersByPath", "secretsmanager:GetSecretValue",
        "rds:CopyDBSnapshot", "rds:CreateDBSnapshot",
      ]
      found = [for action in listed : action if any([for p in patterns : can(regex(p, action))])]
    }
    require     = !any([for action in listed : any([for p in patterns : can(regex(p, action))])])
    at          = self.statement
    equivalents = { checkov = ["CKV_AWS_108"] }
  }

  why  = "Every object, parameter and secret of the account can be read with it, not only those of the program."
  help = "Limit the resources to the buckets, parameters and secrets that are used."

  example "reported" {
    flagged = <<-TF
      data "aws_iam_policy_document" "ci" {
        statement {
          actions   = ["s3:GetObject"]
          resources = ["*"]
        }
      }
    TF
  }

  example "accepted" {
    accepted = <<-TF
      data "aws_iam_policy_document" "ci" {
        statement {
          actions   = ["s3:GetObject"]
          resources = ["arn:aws:s3:::example-data/*"]
        }
      }
    TF
  }
}

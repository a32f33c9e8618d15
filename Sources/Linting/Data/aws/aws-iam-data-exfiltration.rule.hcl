rule "aws-iam-data-exfiltration" {
  summary  = "The policy lets its holder read everything that is stored"
  category = "security"
  severity = "medium"
  tags     = ["iam"]
  packs    = ["strict"]

  subject "aws-iam-policy" {
    let = {
      free     = flatten([for s in statements : s.actions if s.effect == "Allow" && length(s.conditions) == 0 && contains(s.resources, "*")])
      patterns = [for a in free : "^(?i:${replace(replace(a, "*", ".*"), "?", ".")})$"]
      listed = [
        "s3:GetObject", "ssm:GetParameter", "ssm:GetParameters", "ssm:GetParametersByPath", "secretsmanager:GetSecretValue",
        "rds:CopyDBSnapshot", "rds:CreateDBSnapshot",
      ]
      found = [for action in listed : action if any([for p in patterns : can(regex(p, action))])]
    }
    require     = !any([for action in listed : any([for p in patterns : can(regex(p, action))])])
    message     = "On every resource the policy allows ${join(", ", found)}."
    at          = document
    equivalents = { checkov = ["CKV_AWS_288"], trivy = ["AWS-0345"] }
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
    message     = "On every resource the policy allows ${join(", ", found)}."
    at          = self.statement
    equivalents = { checkov = ["CKV_AWS_108"], trivy = ["AWS-0345"] }
  }

  why  = "Every object, parameter and secret of the account can be read with it, not only those of the program."
  help = "Limit the resources to the buckets, parameters and secrets that are used."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_policy"]

  example "resources is *" {
    flagged = <<-TF
      data "aws_iam_policy_document" "ci" {
        statement {
          actions   = ["s3:GetObject"]
          resources = ["*"]
        }
      }
    TF
  }

  example "resources is arn:aws:s3:::example-data/*" {
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

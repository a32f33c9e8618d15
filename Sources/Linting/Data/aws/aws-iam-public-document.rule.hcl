rule "aws-iam-public-document" {
  summary     = "The policy document lets anyone in"
  category    = "security"
  severity    = "high"
  tags        = ["iam", "public"]
  equivalents = { checkov = ["CKV_AWS_283"] }

  data "aws_iam_policy_document" {
    each = self.statement
    where = (
      each.value.effect != "Deny"
      && length(each.value.condition) == 0
      && !all([for a in each.value.actions : startswith(a, "es:")])
    )
    require = !any([for p in each.value.principals : contains(["AWS", "*"], p.type) && any([for i in p.identifiers : i == "*"])])
    message = "The statement applies to every AWS account and has no condition."
  }

  why  = "A principal of * without a condition is the whole internet: what the statement allows, any stranger may do."
  help = "Name accounts or roles as identifiers, or add a condition such as aws:PrincipalOrgID."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/iam_policy_document"]

  example "identifiers is *" {
    flagged = <<-TF
      data "aws_iam_policy_document" "queue" {
        statement {
          actions   = ["sqs:SendMessage"]
          resources = ["*"]

          principals {
            type        = "AWS"
            identifiers = ["*"]
          }
        }
      }
    TF
  }

  example "identifiers is arn:aws:iam::123456789012:root" {
    accepted = <<-TF
      data "aws_iam_policy_document" "queue" {
        statement {
          actions   = ["sqs:SendMessage"]
          resources = ["*"]

          principals {
            type        = "AWS"
            identifiers = ["arn:aws:iam::123456789012:root"]
          }
        }
      }
    TF
  }
}

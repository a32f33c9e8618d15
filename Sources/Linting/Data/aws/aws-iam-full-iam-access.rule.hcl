rule "aws-iam-full-iam-access" {
  summary     = "The policy allows everything in IAM"
  category    = "security"
  severity    = "high"
  tags        = ["iam"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV2_AWS_40"] }

  subject "aws-iam-policy" {
    require = !any([for s in statements : s.effect == "Allow" && any([for a in s.actions : a == "*" || lower(a) == "iam:*"])])
    at      = document
  }

  data "aws_iam_policy_document" {
    each    = self.statement
    where   = each.value.effect != "Deny" && length(each.value.principals) == 0
    require = !any([for a in each.value.actions : a == "*" || lower(a) == "iam:*"])
  }

  why  = "Whoever may change policies gives himself every other right: full rights in IAM are those of an administrator."
  help = "List the actions that are used, and limit the roles that may be changed by their path."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_policy"]

  example "reported" {
    flagged = <<-TF
      resource "aws_iam_policy" "deploy" {
        name = "deploy"

        policy = jsonencode({
          Version = "2012-10-17"
          Statement = [{
            Effect   = "Allow"
            Action   = "iam:*"
            Resource = "*"
          }]
        })
      }
    TF
  }

  example "accepted" {
    accepted = <<-TF
      resource "aws_iam_policy" "deploy" {
        name = "deploy"

        policy = jsonencode({
          Version = "2012-10-17"
          Statement = [{
            Effect   = "Allow"
            Action   = "iam:GetRole"
            Resource = "*"
          }]
        })
      }
    TF
  }
}

rule "aws-iam-policy-wildcard-action" {
  summary     = "The policy allows every action of every service"
  category    = "security"
  severity    = "medium"
  tags        = ["iam", "cis-aws/1.16"]
  equivalents = { trivy = ["AWS-0057", "AWS-0114", "AWS-0120"], kics = ["575a2155-6af1-4026-b1af-d5bc8fe2a904"] }
  covered_by  = ["aws-iam-policy-administrator"]

  subject "aws-iam-policy" {
    require     = !any([for s in statements : s.effect != "Deny" && any([for a in s.actions : a == "*"])])
    at          = document
    equivalents = { checkov = ["CKV_AWS_63"] }
  }

  data "aws_iam_policy_document" {
    each = self.statement
    # In a policy of a resource, every action is every action on that resource.
    where       = length(each.value.principals) == 0 && length(each.value.not_principals) == 0
    require     = !(any([for a in each.value.actions : a == "*"]) && each.value.effect != "Deny")
    equivalents = { checkov = ["CKV_AWS_49"] }
  }

  why  = "Every action includes deleting, changing policies and reading secrets of services that the program never uses."
  help = "List the actions that are used; a wildcard within one service (s3:Get*) is the widest that is ever needed."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_policy"]

  example "every action" {
    flagged = <<-TF
      resource "aws_iam_role_policy" "app" {
        name = "app"
        role = "app"
        policy = jsonencode({
          Version = "2012-10-17"
          Statement = [{
            Effect   = "Allow"
            Action   = ["*"]
            Resource = "arn:aws:s3:::example-data"
          }]
        })
      }
    TF
  }

  example "everything on one bucket, for the account that owns it" {
    accepted = <<-TF
      data "aws_iam_policy_document" "bucket" {
        statement {
          actions   = ["*"]
          resources = ["arn:aws:s3:::example-data", "arn:aws:s3:::example-data/*"]

          principals {
            type        = "AWS"
            identifiers = ["123456789012"]
          }
        }
      }
    TF
  }

  example "actions of one service" {
    accepted = <<-TF
      resource "aws_iam_role_policy" "app" {
        name = "app"
        role = "app"
        policy = jsonencode({
          Version = "2012-10-17"
          Statement = [{
            Effect   = "Allow"
            Action   = ["s3:Get*"]
            Resource = "arn:aws:s3:::example-data/*"
          }]
        })
      }
    TF
  }
}

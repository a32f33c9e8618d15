rule "aws-iam-policy-administrator" {
  summary     = "The policy allows every action on every resource"
  category    = "security"
  severity    = "high"
  tags        = ["iam", "cis-aws/1.16"]
  equivalents = { trivy = ["AWS-0057"], kics = ["2f37c4a3-58b9-4afe-8a87-d7f1d2286f84"] }

  subject "aws-iam-policy" {
    require     = !any([for s in statements : s.effect != "Deny" && any([for a in s.actions : a == "*"]) && any([for r in s.resources : r == "*"])])
    message     = "Whoever has this policy is an administrator."
    at          = document
    equivalents = { checkov = ["CKV_AWS_62"] }
  }

  data "aws_iam_policy_document" {
    each        = self.statement
    require     = !(any([for a in each.value.actions : a == "*"]) && any([for r in each.value.resources : r == "*"]) && each.value.effect != "Deny")
    message     = "Whoever has this policy is an administrator."
    equivalents = { checkov = ["CKV_AWS_1"] }
  }

  why  = "A leaked key or a hole in one program with this policy is the loss of the whole account."
  help = "Name the actions and resources that the program uses; start from what access advisor shows."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_policy"]

  example "jsonencode" {
    flagged = <<-TF
      resource "aws_iam_role_policy" "app" {
        name = "app"
        role = "app"
        policy = jsonencode({
          Version = "2012-10-17"
          Statement = [{
            Effect   = "Allow"
            Action   = "*"
            Resource = ["*"]
          }]
        })
      }
    TF
  }

  example "JSON text with a part that is not known" {
    flagged = <<-TF
      variable "sid" {}

      resource "aws_iam_policy" "app" {
        name   = "app"
        policy = <<-EOT
          {
            "Version": "2012-10-17",
            "Statement": {
              "Sid": "${var.sid}",
              "Effect": "Allow",
              "Action": ["*"],
              "Resource": "*"
            }
          }
        EOT
      }
    TF
  }

  example "a policy document" {
    flagged = <<-TF
      data "aws_iam_policy_document" "app" {
        statement {
          actions   = ["*"]
          resources = ["*"]
        }
      }

      resource "aws_iam_policy" "app" {
        name   = "app"
        policy = data.aws_iam_policy_document.app.json
      }
    TF
  }

  example "named actions" {
    accepted = <<-TF
      resource "aws_s3_bucket" "data" {
        bucket = "example-data"
      }

      resource "aws_iam_policy" "app" {
        name = "app"
        policy = jsonencode({
          Version = "2012-10-17"
          Statement = [{
            Effect   = "Allow"
            Action   = ["s3:GetObject"]
            Resource = "${aws_s3_bucket.data.arn}/*"
          }]
        })
      }
    TF
  }
}

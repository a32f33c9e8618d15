rule "aws-iam-user" {
  summary     = "A user of IAM is created"
  category    = "security"
  severity    = "low"
  tags        = ["iam"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AWS_273"] }

  resource "aws_iam_user" {
    require = false
    at      = self
    message = "People and programs sign in better through an identity provider or roles."
  }

  why  = "Users have passwords and keys that are valid for years; access through an identity provider ends with the employment."
  help = "Use IAM Identity Center for people, roles for programs, and OIDC for pipelines."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_user"]

  example "reported" {
    flagged = <<-TF
      resource "aws_iam_user" "anna" {
        name = "anna"
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
            Principal = { Service = "ecs-tasks.amazonaws.com" }
            Action    = "sts:AssumeRole"
          }]
        })
      }
    TF
  }
}

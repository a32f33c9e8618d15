rule "aws-iam-user-console" {
  summary     = "A user of IAM may sign in to the console"
  category    = "security"
  severity    = "low"
  tags        = ["iam"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV2_AWS_22"] }

  resource "aws_iam_user" {
    require = !any([for p in related("aws_iam_user_login_profile", "user") : true])
    at      = self
  }

  why  = "Console passwords of single users are outside of the company's sign-on and its second factor."
  help = "Remove aws_iam_user_login_profile and give access through IAM Identity Center."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_user"]

  example "reported" {
    flagged = <<-TF
      resource "aws_iam_user" "anna" {
        name = "anna"
      }

      resource "aws_iam_user_login_profile" "anna" {
        user = aws_iam_user.anna.name
      }
    TF
  }

  example "accepted" {
    accepted = <<-TF
      resource "aws_iam_user" "backup" {
        name = "backup"
      }
    TF
  }
}

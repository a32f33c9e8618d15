rule "aws-iam-user-mfa" {
  summary     = "A user signs in without a second factor"
  category    = "security"
  severity    = "info"
  tags        = ["iam", "cis-aws/1.4"]
  packs       = ["strict"]
  equivalents = { trivy = ["AWS-0145"] }

  resource "aws_iam_user" {
    where   = any([for p in related("aws_iam_user_login_profile", "user") : true])
    require = any([for d in related("aws_iam_virtual_mfa_device", "virtual_mfa_device_name") : true])
    at      = self
    message = "The user has a password for the console and no second factor."
  }

  why  = "A password that leaks is enough to sign in."
  help = "Give access through an identity provider with a second factor, or enrol a device for the user."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_user"]

  example "without aws_iam_virtual_mfa_device" {
    flagged = <<-TF
      resource "aws_iam_user" "anna" {
        name = "anna"
      }

      resource "aws_iam_user_login_profile" "anna" {
        user = aws_iam_user.anna.name
      }
    TF
  }

  example "with aws_iam_virtual_mfa_device" {
    accepted = <<-TF
      resource "aws_iam_user" "anna" {
        name = "anna"
      }

      resource "aws_iam_user_login_profile" "anna" {
        user = aws_iam_user.anna.name
      }

      resource "aws_iam_virtual_mfa_device" "anna" {
        virtual_mfa_device_name = aws_iam_user.anna.name
      }
    TF
  }
}

rule "aws-iam-password-expiry" {
  summary  = "Old passwords stay valid or come back"
  category = "security"
  severity = "info"
  tags     = ["iam", "cis-aws-1.2/1.11", "cis-aws/1.9"]
  packs    = ["strict"]

  resource "aws_iam_account_password_policy" {
    require     = self.max_password_age != null && self.max_password_age > 0 && self.max_password_age <= 90
    message     = "Passwords never expire, or only after more than 90 days."
    equivalents = { checkov = ["CKV_AWS_9"], trivy = ["AWS-0062"] }
  }

  resource "aws_iam_account_password_policy" {
    require     = self.password_reuse_prevention != null && self.password_reuse_prevention >= 24
    message     = "One of the last 24 passwords may be used again."
    equivalents = { checkov = ["CKV_AWS_13"] }
  }

  resource "aws_iam_account_password_policy" {
    require     = self.password_reuse_prevention != null && self.password_reuse_prevention >= 5
    message     = "One of the last five passwords may be used again."
    equivalents = { trivy = ["AWS-0056"] }
  }

  why  = "The CIS benchmark asks for both; a password that leaked once stays of use as long as it may be kept."
  help = "Set max_password_age = 90 and password_reuse_prevention = 24."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_account_password_policy"]

  example "reported" {
    flagged = <<-TF
      resource "aws_iam_account_password_policy" "this" {
        minimum_password_length = 14
      }
    TF
  }

  example "accepted" {
    accepted = <<-TF
      resource "aws_iam_account_password_policy" "this" {
        minimum_password_length   = 14
        max_password_age          = 90
        password_reuse_prevention = 24
      }
    TF
  }
}

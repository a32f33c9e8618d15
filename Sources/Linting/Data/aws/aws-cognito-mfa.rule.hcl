rule "aws-cognito-mfa" {
  summary  = "Users of the pool sign in with a password alone"
  category = "security"
  severity = "info"
  tags     = ["iam"]
  packs    = ["strict"]

  resource "aws_cognito_user_pool" {
    require = self.mfa_configuration == "ON" || self.mfa_configuration == "OPTIONAL"
    at      = self
  }

  why  = "Passwords that leaked elsewhere are tried on every site."
  help = "Set mfa_configuration to OPTIONAL or ON with software_token_mfa_configuration."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cognito_user_pool"]

  example "reported" {
    flagged = <<-TF
      resource "aws_cognito_user_pool" "shop" {
        name = "shop"
      }
    TF
  }

  example "accepted" {
    accepted = <<-TF
      resource "aws_cognito_user_pool" "shop" {
        name              = "shop"
        mfa_configuration = "ON"

        software_token_mfa_configuration {
          enabled = true
        }
      }
    TF
  }
}

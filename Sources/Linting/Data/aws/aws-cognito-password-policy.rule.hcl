rule "aws-cognito-password-policy" {
  summary  = "Passwords of the user pool may be short"
  category = "security"
  severity = "low"
  tags     = ["iam"]
  packs    = ["strict"]

  resource "aws_cognito_user_pool" {
    require = !any([for p in self.password_policy : p.minimum_length < 8])
    message = "Passwords may have fewer than eight characters."
  }

  resource "aws_cognito_user_pool" {
    require = (
      !any([for a in self.admin_create_user_config : any([for t in a.invite_message_template : false])])
      && !any([for p in self.password_policy : p.temporary_password_validity_days > 7])
    )
    message = "First passwords that are sent by mail stay valid for more than a week."
  }

  why  = "Short passwords are tried in minutes, and mails are read by others."
  help = "Set minimum_length = 12 and temporary_password_validity_days = 1."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cognito_user_pool"]

  example "minimum_length is 6" {
    flagged = <<-TF
      resource "aws_cognito_user_pool" "shop" {
        name = "shop"

        password_policy {
          minimum_length = 6
        }
      }
    TF
  }

  example "minimum_length is 12" {
    accepted = <<-TF
      resource "aws_cognito_user_pool" "shop" {
        name = "shop"

        password_policy {
          minimum_length = 12
        }
      }
    TF
  }
}

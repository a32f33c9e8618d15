rule "aws-cognito-deletion-protection" {
  summary  = "The user pool can be deleted by one wrong apply"
  category = "reliability"
  severity = "low"
  packs    = ["strict"]

  resource "aws_cognito_user_pool" {
    require = self.deletion_protection == "ACTIVE"

    fix {
      set    = { deletion_protection = "ACTIVE" }
      safety = "unsafe"
    }
  }

  why  = "With the pool go all users and their passwords; there is no backup of them."
  help = "Set deletion_protection = ACTIVE."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cognito_user_pool"]

  example "without deletion_protection" {
    flagged = <<-TF
      resource "aws_cognito_user_pool" "shop" {
        name = "shop"
      }
    TF
  }

  example "deletion_protection is ACTIVE" {
    accepted = <<-TF
      resource "aws_cognito_user_pool" "shop" {
        name                = "shop"
        deletion_protection = "ACTIVE"
      }
    TF
  }
}

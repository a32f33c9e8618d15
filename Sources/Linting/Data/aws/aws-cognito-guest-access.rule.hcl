rule "aws-cognito-guest-access" {
  summary     = "The identity pool gives credentials to visitors who have not signed in"
  category    = "security"
  severity    = "medium"
  tags        = ["iam", "public"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AWS_366"] }

  resource "aws_cognito_identity_pool" {
    require = self.allow_unauthenticated_identities == false

    fix {
      set    = { allow_unauthenticated_identities = false }
      safety = "unsafe"
    }
  }

  why  = "Anyone who reads the pool's id in the page gets AWS credentials with the rights of the guest role."
  help = "Set allow_unauthenticated_identities = false."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cognito_identity_pool"]

  example "allow_unauthenticated_identities is true" {
    flagged = <<-TF
      resource "aws_cognito_identity_pool" "shop" {
        identity_pool_name               = "shop"
        allow_unauthenticated_identities = true
      }
    TF
  }

  example "allow_unauthenticated_identities is false" {
    accepted = <<-TF
      resource "aws_cognito_identity_pool" "shop" {
        identity_pool_name               = "shop"
        allow_unauthenticated_identities = false
      }
    TF
  }
}

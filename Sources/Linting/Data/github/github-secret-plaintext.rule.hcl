rule "github-secret-plaintext" {
  summary     = "A secret of GitHub Actions is kept in clear"
  category    = "secrets"
  severity    = "high"
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_GIT_4"], trivy = ["GIT-0002"] }

  resource "github_actions_secret" "github_actions_environment_secret" "github_actions_organization_secret" "github_codespaces_secret" "github_dependabot_secret" {
    require = self.plaintext_value == null || self.plaintext_value == ""
    message = "The value stands in the state, readable by all who may plan."
  }

  why  = <<-TEXT
    plaintext_value is stored as it is in every copy of the state. Where it is written in the configuration, it is in the history of the
    repository too.
  TEXT
  help = "Encrypt the value with the repository's public key and set encrypted_value, or set the secret outside of Terraform."

  references = ["https://registry.terraform.io/providers/integrations/github/latest/docs/resources/actions_secret"]

  example "in clear" {
    flagged = <<-TF
      resource "github_actions_secret" "deploy" {
        repository      = "shop"
        secret_name     = "DEPLOY_TOKEN"
        plaintext_value = "not-a-real-token"
      }
    TF
  }

  example "encrypted" {
    accepted = <<-TF
      variable "deploy_token_encrypted" {}

      resource "github_actions_secret" "deploy" {
        repository      = "shop"
        secret_name     = "DEPLOY_TOKEN"
        encrypted_value = var.deploy_token_encrypted
      }
    TF
  }
}

rule "azuread-federated-credential-github" {
  summary     = "The credential does not tie GitHub's tokens to your repositories"
  category    = "security"
  severity    = "high"
  tags        = ["iam"]
  equivalents = { checkov = ["CKV_AZURE_249"] }

  resource "azuread_application_federated_identity_credential" {
    where   = self.issuer == "https://token.actions.githubusercontent.com"
    require = startswith(self.subject, "repo:") && !can(regex("^repo:([*]|[^:/]*[*])", self.subject))
    message = "Tokens of others' repositories pass."
  }

  why  = "GitHub signs tokens for all repositories with the same key: the subject is what keeps the others out."
  help = "Begin the subject with repo:organisation/repository."

  references = ["https://registry.terraform.io/providers/hashicorp/azuread/latest/docs/resources/application_federated_identity_credential"]

  example "anybody" {
    flagged = <<-TF
      resource "azuread_application_federated_identity_credential" "ci" {
        application_id = "/applications/00000000-0000-0000-0000-000000000000"
        display_name   = "ci"
        audiences      = ["api://AzureADTokenExchange"]
        issuer         = "https://token.actions.githubusercontent.com"
        subject        = "repo:*"
      }
    TF
  }

  example "one repository" {
    accepted = <<-TF
      resource "azuread_application_federated_identity_credential" "ci" {
        application_id = "/applications/00000000-0000-0000-0000-000000000000"
        display_name   = "ci"
        audiences      = ["api://AzureADTokenExchange"]
        issuer         = "https://token.actions.githubusercontent.com"
        subject        = "repo:example/shop:environment:production"
      }
    TF
  }
}

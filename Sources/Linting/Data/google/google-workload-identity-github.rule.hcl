rule "google-workload-identity-github" {
  summary     = "The condition does not tie GitHub's tokens to your repositories"
  category    = "security"
  severity    = "high"
  tags        = ["iam"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_GCP_125"] }

  resource "google_iam_workload_identity_pool_provider" {
    where   = any([for o in self.oidc : o.issuer_uri == "https://token.actions.githubusercontent.com"])
    require = self.attribute_condition != null && any([for c in ["assertion.repository", "assertion.repository_owner", "assertion.sub", "assertion.repository_id", "assertion.repository_owner_id", "google.subject", "attribute.repository", "attribute.actor"] : strcontains(self.attribute_condition, c)]) && !strcontains(self.attribute_condition, "*")
    message = "Tokens of others' repositories pass."
  }

  why  = "GitHub signs tokens for all repositories with the same key: the condition is what keeps the others out."
  help = "Compare assertion.repository, repository_owner or sub with yours."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/iam_workload_identity_pool_provider"]

  example "attribute_condition is true" {
    flagged = <<-TF
      resource "google_iam_workload_identity_pool_provider" "this" {
        workload_identity_pool_id          = "ci"
        workload_identity_pool_provider_id = "github"

        attribute_mapping = {
          "google.subject" = "assertion.sub"
        }

        oidc {
          issuer_uri = "https://token.actions.githubusercontent.com"
        }

        attribute_condition = "true"
      }
    TF
  }

  example "attribute_condition is assertion.repository == 'example/shop'" {
    accepted = <<-TF
      resource "google_iam_workload_identity_pool_provider" "this" {
        workload_identity_pool_id          = "ci"
        workload_identity_pool_provider_id = "github"

        attribute_mapping = {
          "google.subject" = "assertion.sub"
        }

        oidc {
          issuer_uri = "https://token.actions.githubusercontent.com"
        }

        attribute_condition = "assertion.repository == 'example/shop'"
      }
    TF
  }
}

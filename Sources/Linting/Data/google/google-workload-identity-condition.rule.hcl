rule "google-workload-identity-condition" {
  summary     = "Every token of the identity provider is accepted"
  category    = "security"
  severity    = "high"
  tags        = ["iam"]
  equivalents = { checkov = ["CKV_GCP_118"], trivy = ["GCP-0068"] }

  resource "google_iam_workload_identity_pool_provider" {
    require = self.attribute_condition != null
    message = "Any account of the provider may ask for access."
  }

  why  = "Public identity providers issue tokens to everybody: without a condition, anybody's pipeline gets in."
  help = "Set attribute_condition to your organisation and repositories."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/iam_workload_identity_pool_provider"]

  example "without attribute_condition" {
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
      }
    TF
  }

  example "attribute_condition is assertion.repository_owner == 'example'" {
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

        attribute_condition = "assertion.repository_owner == 'example'"
      }
    TF
  }
}

rule "google-service-account-key" {
  summary     = "A key of a service account is uploaded"
  category    = "security"
  severity    = "low"
  tags        = ["iam"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV2_GCP_3"] }

  resource "google_service_account_key" {
    require = self.public_key_data == null
    message = "The key is made and kept outside of the provider."
  }

  why  = "A key that is made elsewhere is renewed by nobody, and its private half lies somewhere."
  help = "Use workload identity; where a key is needed, let the provider make it."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/service_account_key"]

  example "public_key_data is LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0t" {
    flagged = <<-TF
      resource "google_service_account_key" "this" {
        service_account_id = "deploy"

        public_key_data = "LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0t"
      }
    TF
  }

  example "without public_key_data" {
    accepted = <<-TF
      resource "google_service_account_key" "this" {
        service_account_id = "deploy"
      }
    TF
  }
}

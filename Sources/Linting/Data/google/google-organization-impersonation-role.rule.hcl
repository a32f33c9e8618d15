rule "google-organization-impersonation-role" {
  summary  = "A role lets its members act as every service account of the organisation"
  category = "security"
  severity = "high"
  tags     = ["iam"]
  packs    = ["strict"]

  resource "google_organization_iam_member" "google_organization_iam_binding" {
    require     = !contains(["roles/iam.serviceAccountUser", "roles/iam.serviceAccountTokenCreator", "roles/iam.workloadIdentityUser"], self.role)
    message     = "Members act as any service account of the organisation."
    equivalents = { checkov = ["CKV_GCP_45"], trivy = ["GCP-0009"] }
  }

  resource "google_organization_iam_member" "google_organization_iam_binding" {
    require     = !contains(["roles/owner", "roles/editor", "roles/dataproc.editor", "roles/dataproc.hubAgent", "roles/composer.worker", "roles/dataflow.admin", "roles/dataflow.developer", "roles/cloudfunctions.admin", "roles/cloudfunctions.developer", "roles/deploymentmanager.editor", "roles/serverless.serviceAgent"], self.role)
    message     = "Through the role, members act as service accounts of the organisation."
    equivalents = { checkov = ["CKV_GCP_45"] }
  }

  why  = "Given for a organisation, the role holds for every service account in it: members get the rights of all of them."
  help = "Give the role on the one service account (google_service_account_iam_member)."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/organization_iam_member"]

  example "for all" {
    flagged = <<-TF
      resource "google_organization_iam_member" "this" {
        org_id = "123456789"
        role   = "roles/iam.serviceAccountTokenCreator"
        member = "group:team@example.com"
      }
    TF
  }

  example "one service" {
    accepted = <<-TF
      resource "google_organization_iam_member" "this" {
        org_id = "123456789"
        role   = "roles/run.invoker"
        member = "group:team@example.com"
      }
    TF
  }
}

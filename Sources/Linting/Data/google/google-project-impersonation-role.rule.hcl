rule "google-project-impersonation-role" {
  summary  = "A role lets its members act as every service account of the project"
  category = "security"
  severity = "high"
  tags     = ["iam"]
  packs    = ["strict"]

  resource "google_project_iam_member" "google_project_iam_binding" {
    require     = !contains(["roles/iam.serviceAccountUser", "roles/iam.serviceAccountTokenCreator", "roles/iam.workloadIdentityUser"], self.role)
    message     = "Members act as any service account of the project."
    equivalents = { checkov = ["CKV_GCP_49", "CKV_GCP_41"], trivy = ["GCP-0011"] }
  }

  resource "google_project_iam_member" "google_project_iam_binding" {
    require     = !contains(["roles/owner", "roles/editor", "roles/dataproc.editor", "roles/dataproc.hubAgent", "roles/composer.worker", "roles/dataflow.admin", "roles/dataflow.developer", "roles/cloudfunctions.admin", "roles/cloudfunctions.developer", "roles/deploymentmanager.editor", "roles/serverless.serviceAgent"], self.role)
    message     = "Through the role, members act as service accounts of the project."
    equivalents = { checkov = ["CKV_GCP_49"] }
  }

  why  = "Given for a project, the role holds for every service account in it: members get the rights of all of them."
  help = "Give the role on the one service account (google_service_account_iam_member)."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/project_iam_member"]

  example "for all" {
    flagged = <<-TF
      resource "google_project_iam_member" "this" {
        project = "shop"
        role   = "roles/iam.serviceAccountTokenCreator"
        member = "group:team@example.com"
      }
    TF
  }

  example "one service" {
    accepted = <<-TF
      resource "google_project_iam_member" "this" {
        project = "shop"
        role   = "roles/run.invoker"
        member = "group:team@example.com"
      }
    TF
  }
}

rule "google-folder-impersonation-role" {
  summary  = "A role lets its members act as every service account of the folder"
  category = "security"
  severity = "high"
  tags     = ["iam"]
  packs    = ["strict"]

  resource "google_folder_iam_member" "google_folder_iam_binding" {
    require     = !contains(["roles/iam.serviceAccountUser", "roles/iam.serviceAccountTokenCreator", "roles/iam.workloadIdentityUser"], self.role)
    message     = "Members act as any service account of the folder."
    equivalents = { checkov = ["CKV_GCP_44"], trivy = ["GCP-0005"] }
  }

  resource "google_folder_iam_member" "google_folder_iam_binding" {
    require     = !contains(["roles/owner", "roles/editor", "roles/dataproc.editor", "roles/dataproc.hubAgent", "roles/composer.worker", "roles/dataflow.admin", "roles/dataflow.developer", "roles/cloudfunctions.admin", "roles/cloudfunctions.developer", "roles/deploymentmanager.editor", "roles/serverless.serviceAgent"], self.role)
    message     = "Through the role, members act as service accounts of the folder."
    equivalents = { checkov = ["CKV_GCP_44"] }
  }

  why  = "Given for a folder, the role holds for every service account in it: members get the rights of all of them."
  help = "Give the role on the one service account (google_service_account_iam_member)."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/folder_iam_member"]

  example "for all" {
    flagged = <<-TF
      resource "google_folder_iam_member" "this" {
        folder = "folders/123456789"
        role   = "roles/iam.serviceAccountTokenCreator"
        member = "group:team@example.com"
      }
    TF
  }

  example "one service" {
    accepted = <<-TF
      resource "google_folder_iam_member" "this" {
        folder = "folders/123456789"
        role   = "roles/run.invoker"
        member = "group:team@example.com"
      }
    TF
  }
}

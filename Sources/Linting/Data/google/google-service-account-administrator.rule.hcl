rule "google-service-account-administrator" {
  summary     = "A service account administers the project"
  category    = "security"
  severity    = "medium"
  tags        = ["iam"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_GCP_42"], trivy = ["GCP-0007"] }

  resource "google_project_iam_member" {
    require = !((startswith(self.member, "serviceAccount:") || endswith(self.member, ".gserviceaccount.com")) && (contains(["roles/owner", "roles/editor"], self.role) || endswith(lower(self.role), "admin")))
    message = "A program holds rights of an administrator."
  }

  why  = "Keys of service accounts are files: who finds one administers the project, without a second factor."
  help = "Give the narrow roles that the program uses."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/project_iam_member"]

  example "owner" {
    flagged = <<-TF
      resource "google_project_iam_member" "this" {
        project = "shop"
        role    = "roles/owner"
        member  = "serviceAccount:deploy@shop.iam.gserviceaccount.com"
      }
    TF
  }

  example "narrow" {
    accepted = <<-TF
      resource "google_project_iam_member" "this" {
        project = "shop"
        role    = "roles/run.developer"
        member  = "serviceAccount:deploy@shop.iam.gserviceaccount.com"
      }
    TF
  }
}

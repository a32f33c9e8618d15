rule "google-iam-personal-mail" {
  summary     = "A role is given to a private mail account"
  category    = "security"
  severity    = "medium"
  tags        = ["iam"]
  equivalents = { trivy = ["GCP-0069"] }

  resource "google_project_iam_member" "google_folder_iam_member" "google_organization_iam_member" {
    require = !any([for d in ["@gmail.com", "@yahoo.com", "@outlook.com", "@hotmail.com", "@icloud.com", "@proton.me"] : endswith(self.member, d)])
    message = "The account belongs to no organisation."
  }

  resource "google_project_iam_binding" "google_folder_iam_binding" "google_organization_iam_binding" {
    require = !any([for m in self.members : any([for d in ["@gmail.com", "@yahoo.com", "@outlook.com", "@hotmail.com", "@icloud.com", "@proton.me"] : endswith(m, d)])])
    message = "An account belongs to no organisation."
  }

  why  = "Nobody in the organisation can close, audit or protect a private account."
  help = "Use accounts of your organisation."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/project_iam_member"]

  example "private" {
    flagged = <<-TF
      resource "google_project_iam_member" "this" {
        project = "shop"
        role    = "roles/viewer"
        member  = "user:kim@gmail.com"
      }
    TF
  }

  example "of the organisation" {
    accepted = <<-TF
      resource "google_project_iam_member" "this" {
        project = "shop"
        role    = "roles/viewer"
        member  = "group:team@example.com"
      }
    TF
  }
}

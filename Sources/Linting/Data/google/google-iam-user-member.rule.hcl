rule "google-iam-user-member" {
  summary     = "A role is given to a single person"
  category    = "security"
  severity    = "low"
  tags        = ["iam"]
  packs       = ["strict"]
  equivalents = { trivy = ["GCP-0003"] }

  resource "google_project_iam_member" "google_folder_iam_member" "google_organization_iam_member" {
    require = !startswith(self.member, "user:")
    message = "The role is bound to one person."
  }

  resource "google_project_iam_binding" "google_folder_iam_binding" "google_organization_iam_binding" {
    require = !any([for m in self.members : startswith(m, "user:")])
    message = "The role is bound to single persons."
  }

  why  = "People change teams; rights that are bound to them stay. Groups are kept by those who know."
  help = "Give the role to a group."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/project_iam_member"]

  example "a person" {
    flagged = <<-TF
      resource "google_project_iam_member" "this" {
        project = "shop"
        role    = "roles/run.developer"
        member  = "user:kim@example.com"
      }
    TF
  }

  example "a group" {
    accepted = <<-TF
      resource "google_project_iam_member" "this" {
        project = "shop"
        role    = "roles/run.developer"
        member  = "group:team@example.com"
      }
    TF
  }
}

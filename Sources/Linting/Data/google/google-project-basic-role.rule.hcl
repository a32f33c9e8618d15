rule "google-project-basic-role" {
  summary     = "A basic role is given for the project"
  category    = "security"
  severity    = "medium"
  tags        = ["iam"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_GCP_117"] }

  resource "google_project_iam_member" "google_project_iam_binding" {
    require = !contains(["roles/owner", "roles/editor", "roles/viewer"], self.role)
    message = "The role spans all services of the project."
  }

  why  = "Owner, editor and viewer hold thousands of permissions over every service of the project, and grow with each that is switched on."
  help = "Give the predefined roles of the services that are used, or one of your own."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/project_iam_member"]

  example "editor" {
    flagged = <<-TF
      resource "google_project_iam_member" "this" {
        project = "shop"
        role   = "roles/editor"
        member = "group:team@example.com"
      }
    TF
  }

  example "one service" {
    accepted = <<-TF
      resource "google_project_iam_member" "this" {
        project = "shop"
        role   = "roles/run.developer"
        member = "group:team@example.com"
      }
    TF
  }
}

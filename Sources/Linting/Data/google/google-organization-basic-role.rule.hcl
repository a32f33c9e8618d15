rule "google-organization-basic-role" {
  summary     = "A basic role is given for the organisation"
  category    = "security"
  severity    = "medium"
  tags        = ["iam"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_GCP_115"] }

  resource "google_organization_iam_member" "google_organization_iam_binding" {
    require = !contains(["roles/owner", "roles/editor", "roles/viewer"], self.role)
    message = "The role spans all services of the organisation."
  }

  why  = "Owner, editor and viewer hold thousands of permissions over every service of the organisation, and grow with each that is switched on."
  help = "Give the predefined roles of the services that are used, or one of your own."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/organization_iam_member"]

  example "editor" {
    flagged = <<-TF
      resource "google_organization_iam_member" "this" {
        org_id = "123456789"
        role   = "roles/editor"
        member = "group:team@example.com"
      }
    TF
  }

  example "one service" {
    accepted = <<-TF
      resource "google_organization_iam_member" "this" {
        org_id = "123456789"
        role   = "roles/run.developer"
        member = "group:team@example.com"
      }
    TF
  }
}

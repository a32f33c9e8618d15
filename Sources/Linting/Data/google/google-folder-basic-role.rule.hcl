rule "google-folder-basic-role" {
  summary     = "A basic role is given for the folder"
  category    = "security"
  severity    = "medium"
  tags        = ["iam"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_GCP_116"] }

  resource "google_folder_iam_member" "google_folder_iam_binding" {
    require = !contains(["roles/owner", "roles/editor", "roles/viewer"], self.role)
    message = "The role spans all services of the folder."
  }

  why  = "Owner, editor and viewer hold thousands of permissions over every service of the folder, and grow with each that is switched on."
  help = "Give the predefined roles of the services that are used, or one of your own."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/folder_iam_member"]

  example "editor" {
    flagged = <<-TF
      resource "google_folder_iam_member" "this" {
        folder = "folders/123456789"
        role   = "roles/editor"
        member = "group:team@example.com"
      }
    TF
  }

  example "one service" {
    accepted = <<-TF
      resource "google_folder_iam_member" "this" {
        folder = "folders/123456789"
        role   = "roles/run.developer"
        member = "group:team@example.com"
      }
    TF
  }
}

rule "google-cloud-function-public" {
  summary     = "Everyone may use the function"
  category    = "security"
  severity    = "medium"
  tags        = ["iam", "public"]
  equivalents = { checkov = ["CKV_GCP_107"] }

  resource "google_cloudfunctions_function_iam_member" "google_cloudfunctions2_function_iam_member" {
    require = !contains(["allUsers", "allAuthenticatedUsers"], self.member)
    message = "Everyone on the internet has the role on the function."
  }

  resource "google_cloudfunctions_function_iam_binding" "google_cloudfunctions2_function_iam_binding" {
    require = !any([for m in self.members : contains(["allUsers", "allAuthenticatedUsers"], m)])
    message = "Everyone on the internet has the role on the function."
  }

  why  = "allUsers is everybody, allAuthenticatedUsers everybody with any Google account: the function is open to the internet."
  help = "Name the users, groups or service accounts that need the role."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/cloudfunctions_function_iam_member"]

  example "everybody" {
    flagged = <<-TF
      resource "google_cloudfunctions_function_iam_member" "this" {
        cloud_function = "hook"
        role   = "roles/viewer"
        member = "allUsers"
      }
    TF
  }

  example "a group" {
    accepted = <<-TF
      resource "google_cloudfunctions_function_iam_member" "this" {
        cloud_function = "hook"
        role   = "roles/viewer"
        member = "group:readers@example.com"
      }
    TF
  }
}

rule "google-cloud-run-public" {
  summary     = "Everyone may use the service"
  category    = "security"
  severity    = "medium"
  tags        = ["iam", "public"]
  equivalents = { checkov = ["CKV_GCP_102"] }

  resource "google_cloud_run_service_iam_member" "google_cloud_run_v2_service_iam_member" {
    require = !contains(["allUsers", "allAuthenticatedUsers"], self.member)
    message = "Everyone on the internet has the role on the service."
  }

  resource "google_cloud_run_service_iam_binding" "google_cloud_run_v2_service_iam_binding" {
    require = !any([for m in self.members : contains(["allUsers", "allAuthenticatedUsers"], m)])
    message = "Everyone on the internet has the role on the service."
  }

  why  = "allUsers is everybody, allAuthenticatedUsers everybody with any Google account: the service is open to the internet."
  help = "Name the users, groups or service accounts that need the role."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/cloud_run_service_iam_member"]

  example "everybody" {
    flagged = <<-TF
      resource "google_cloud_run_service_iam_member" "this" {
        service = "web"
        role   = "roles/viewer"
        member = "allUsers"
      }
    TF
  }

  example "a group" {
    accepted = <<-TF
      resource "google_cloud_run_service_iam_member" "this" {
        service = "web"
        role   = "roles/viewer"
        member = "group:readers@example.com"
      }
    TF
  }
}

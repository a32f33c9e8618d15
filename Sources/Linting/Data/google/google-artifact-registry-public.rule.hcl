rule "google-artifact-registry-public" {
  summary     = "Everyone may use the repository of artifacts"
  category    = "security"
  severity    = "high"
  tags        = ["iam", "public"]
  equivalents = { checkov = ["CKV_GCP_101"] }

  resource "google_artifact_registry_repository_iam_member" {
    require = !contains(["allUsers", "allAuthenticatedUsers"], self.member)
    message = "Everyone on the internet has the role on the repository of artifacts."
  }

  resource "google_artifact_registry_repository_iam_binding" {
    require = !any([for m in self.members : contains(["allUsers", "allAuthenticatedUsers"], m)])
    message = "Everyone on the internet has the role on the repository of artifacts."
  }

  why  = "allUsers is everybody, allAuthenticatedUsers everybody with any Google account: the repository of artifacts is open to the internet."
  help = "Name the users, groups or service accounts that need the role."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/artifact_registry_repository_iam_member"]

  example "everybody" {
    flagged = <<-TF
      resource "google_artifact_registry_repository_iam_member" "this" {
        repository = "images"
        role   = "roles/viewer"
        member = "allUsers"
      }
    TF
  }

  example "a group" {
    accepted = <<-TF
      resource "google_artifact_registry_repository_iam_member" "this" {
        repository = "images"
        role   = "roles/viewer"
        member = "group:readers@example.com"
      }
    TF
  }
}

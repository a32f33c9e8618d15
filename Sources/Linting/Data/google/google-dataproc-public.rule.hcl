rule "google-dataproc-public" {
  summary     = "Everyone may use the cluster"
  category    = "security"
  severity    = "high"
  tags        = ["iam", "public"]
  equivalents = { checkov = ["CKV_GCP_98"] }

  resource "google_dataproc_cluster_iam_member" {
    require = !contains(["allUsers", "allAuthenticatedUsers"], self.member)
    message = "Everyone on the internet has the role on the cluster."
  }

  resource "google_dataproc_cluster_iam_binding" {
    require = !any([for m in self.members : contains(["allUsers", "allAuthenticatedUsers"], m)])
    message = "Everyone on the internet has the role on the cluster."
  }

  why  = "allUsers is everybody, allAuthenticatedUsers everybody with any Google account: the cluster is open to the internet."
  help = "Name the users, groups or service accounts that need the role."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/dataproc_cluster_iam_member"]

  example "everybody" {
    flagged = <<-TF
      resource "google_dataproc_cluster_iam_member" "this" {
        cluster = "batch"
        role   = "roles/viewer"
        member = "allUsers"
      }
    TF
  }

  example "a group" {
    accepted = <<-TF
      resource "google_dataproc_cluster_iam_member" "this" {
        cluster = "batch"
        role   = "roles/viewer"
        member = "group:readers@example.com"
      }
    TF
  }
}

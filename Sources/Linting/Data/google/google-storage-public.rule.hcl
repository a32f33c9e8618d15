rule "google-storage-public" {
  summary     = "The bucket is open to everyone"
  category    = "security"
  severity    = "high"
  tags        = ["public"]
  equivalents = { checkov = ["CKV_GCP_28"], trivy = ["GCP-0001"], kics = ["a6cd52a1-3056-4910-96a5-894de9f3f3b3"] }

  resource "google_storage_bucket_iam_member" {
    require = self.member != "allUsers" && self.member != "allAuthenticatedUsers"
  }

  resource "google_storage_bucket_iam_binding" {
    require = !any([for m in self.members : m == "allUsers" || m == "allAuthenticatedUsers"])
  }

  why  = "Objects of a public bucket are found by crawlers within hours; every Google account in the world is no better than everyone."
  help = "Name the accounts that may read, and serve public files through a load balancer with a backend bucket."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/storage_bucket_iam_member"]

  example "everyone" {
    flagged = <<-TF
      resource "google_storage_bucket_iam_member" "all" {
        bucket = "example-data"
        role   = "roles/storage.objectViewer"
        member = "allUsers"
      }
    TF
  }

  example "one account" {
    accepted = <<-TF
      resource "google_storage_bucket_iam_member" "app" {
        bucket = "example-data"
        role   = "roles/storage.objectViewer"
        member = "serviceAccount:app@example.iam.gserviceaccount.com"
      }
    TF
  }
}

rule "google-container-registry-public" {
  summary  = "Everyone may pull from the registry"
  category = "security"
  severity = "high"
  tags     = ["iam", "public"]

  resource "google_storage_bucket_iam_member" {
    where   = refers("bucket", "google_container_registry")
    require = !contains(["allUsers", "allAuthenticatedUsers"], self.member)
    message = "The bucket behind the registry is open to everybody."
  }

  resource "google_storage_bucket_iam_binding" {
    where   = refers("bucket", "google_container_registry")
    require = !any([for m in self.members : contains(["allUsers", "allAuthenticatedUsers"], m)])
    message = "The bucket behind the registry is open to everybody."
  }

  resource "google_container_registry" {
    require     = !any([for m in related("google_storage_bucket_iam_member", "bucket") : contains(["allUsers", "allAuthenticatedUsers"], m.member)]) && !any([for b in related("google_storage_bucket_iam_binding", "bucket") : any([for m in b.members : contains(["allUsers", "allAuthenticatedUsers"], m)])])
    message     = "The bucket behind the registry is open to everybody."
    equivalents = { checkov = ["CKV2_GCP_9"] }
  }

  why  = "Images hold programs, and often settings and keys that were built in."
  help = "Give roles/storage.objectViewer to the accounts that pull."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/storage_bucket_iam_member"]

  example "everybody" {
    flagged = <<-TF
      resource "google_container_registry" "images" {
        project  = "shop"
        location = "EU"
      }

      resource "google_storage_bucket_iam_member" "pull" {
        bucket = google_container_registry.images.id
        role   = "roles/storage.objectViewer"
        member = "allUsers"
      }
    TF
  }

  example "an account" {
    accepted = <<-TF
      resource "google_container_registry" "images" {
        project  = "shop"
        location = "EU"
      }

      resource "google_storage_bucket_iam_member" "pull" {
        bucket = google_container_registry.images.id
        role   = "roles/storage.objectViewer"
        member = "serviceAccount:nodes@shop.iam.gserviceaccount.com"
      }
    TF
  }
}

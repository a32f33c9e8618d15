rule "google-storage-uniform-access" {
  summary     = "Access to the bucket is decided object by object"
  category    = "security"
  severity    = "low"
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_GCP_29"], trivy = ["GCP-0002"] }

  resource "google_storage_bucket" {
    require = self.uniform_bucket_level_access == true

    fix {
      set    = { uniform_bucket_level_access = true }
      safety = "unsafe"
    }
  }

  why  = "Lists on single objects are easily forgotten: nobody can say who reads what."
  help = "Set uniform_bucket_level_access = true."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/storage_bucket"]

  example "without uniform_bucket_level_access" {
    flagged = <<-TF
      resource "google_storage_bucket" "this" {
        name     = "example-data"
        location = "EU"
      }
    TF
  }

  example "uniform_bucket_level_access is true" {
    accepted = <<-TF
      resource "google_storage_bucket" "this" {
        name                        = "example-data"
        location                    = "EU"
        uniform_bucket_level_access = true
      }
    TF
  }
}

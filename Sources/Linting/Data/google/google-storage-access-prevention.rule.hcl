rule "google-storage-access-prevention" {
  summary     = "The bucket may be opened to the internet"
  category    = "security"
  severity    = "low"
  tags        = ["public"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_GCP_114"] }

  resource "google_storage_bucket" {
    require = self.public_access_prevention == "enforced"
    message = "One binding to allUsers makes the bucket public."

    fix {
      set    = { public_access_prevention = "enforced" }
      safety = "unsafe"
    }
  }

  why  = "With prevention enforced, a mistaken binding has no effect."
  help = "Set public_access_prevention = \"enforced\"."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/storage_bucket"]

  example "without public_access_prevention" {
    flagged = <<-TF
      resource "google_storage_bucket" "this" {
        name     = "archive"
        location = "EU"
      }
    TF
  }

  example "public_access_prevention is enforced" {
    accepted = <<-TF
      resource "google_storage_bucket" "this" {
        name     = "archive"
        location = "EU"

        public_access_prevention = "enforced"
      }
    TF
  }
}

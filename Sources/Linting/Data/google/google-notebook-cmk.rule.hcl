rule "google-notebook-cmk" {
  summary     = "The notebook's disk is encrypted with a key of the provider"
  category    = "security"
  severity    = "low"
  tags        = ["encryption"]
  packs       = ["cmk"]
  equivalents = { checkov = ["CKV2_GCP_21"] }

  resource "google_notebooks_instance" {
    require = self.kms_key != null && self.disk_encryption == "CMEK"
    message = "No key of your own protects the notebook's disk."
  }

  why  = "With a key of your own, access to the notebook's disk can be logged, limited and ended by the key alone."
  help = "Name a Cloud KMS key, and let the service's agent use it."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/notebooks_instance"]

  example "as it should not be" {
    flagged = <<-TF
      resource "google_notebooks_instance" "this" {
        name         = "work"
        location     = "europe-west1-b"
        machine_type = "e2-medium"
      }
    TF
  }

  example "as it should be" {
    accepted = <<-TF
      resource "google_notebooks_instance" "this" {
        name         = "work"
        location     = "europe-west1-b"
        machine_type = "e2-medium"

        disk_encryption = "CMEK"
        kms_key         = "projects/p/locations/europe-west1/keyRings/r/cryptoKeys/k"
      }
    TF
  }
}

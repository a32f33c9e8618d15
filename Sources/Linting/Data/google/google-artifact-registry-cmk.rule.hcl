rule "google-artifact-registry-cmk" {
  summary     = "The repository of artifacts is encrypted with a key of the provider"
  category    = "security"
  severity    = "low"
  tags        = ["encryption"]
  packs       = ["cmk"]
  equivalents = { checkov = ["CKV_GCP_84"] }

  resource "google_artifact_registry_repository" {
    require = self.kms_key_name != null
    message = "No key of your own protects the repository of artifacts."
  }

  why  = "With a key of your own, access to the repository of artifacts can be logged, limited and ended by the key alone."
  help = "Name a Cloud KMS key, and let the service's agent use it."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/artifact_registry_repository"]

  example "as it should not be" {
    flagged = <<-TF
      resource "google_artifact_registry_repository" "this" {
        repository_id = "images"
        format        = "DOCKER"
      }
    TF
  }

  example "as it should be" {
    accepted = <<-TF
      resource "google_artifact_registry_repository" "this" {
        repository_id = "images"
        format        = "DOCKER"

        kms_key_name = "projects/p/locations/europe-west1/keyRings/r/cryptoKeys/k"
      }
    TF
  }
}

rule "google-dataflow-cmk" {
  summary     = "The job's state is encrypted with a key of the provider"
  category    = "security"
  severity    = "low"
  tags        = ["encryption"]
  packs       = ["cmk"]
  equivalents = { checkov = ["CKV_GCP_90"] }

  resource "google_dataflow_job" {
    require = self.kms_key_name != null
    message = "No key of your own protects the job's state."
  }

  why  = "With a key of your own, access to the job's state can be logged, limited and ended by the key alone."
  help = "Name a Cloud KMS key, and let the service's agent use it."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/dataflow_job"]

  example "as it should not be" {
    flagged = <<-TF
      resource "google_dataflow_job" "this" {
        name              = "count"
        template_gcs_path = "gs://templates/count"
        temp_gcs_location = "gs://scratch/tmp"
      }
    TF
  }

  example "as it should be" {
    accepted = <<-TF
      resource "google_dataflow_job" "this" {
        name              = "count"
        template_gcs_path = "gs://templates/count"
        temp_gcs_location = "gs://scratch/tmp"

        kms_key_name = "projects/p/locations/europe-west1/keyRings/r/cryptoKeys/k"
      }
    TF
  }
}

rule "google-dataflow-public" {
  summary     = "Workers of the job have public addresses"
  category    = "security"
  severity    = "low"
  tags        = ["network"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_GCP_94"] }

  resource "google_dataflow_job" {
    require = self.ip_configuration == "WORKER_IP_PRIVATE"
    message = "Workers can be reached from the internet."

    fix {
      set    = { ip_configuration = "WORKER_IP_PRIVATE" }
      safety = "unsafe"
    }
  }

  why  = "Workers hold data and credentials."
  help = "Set ip_configuration = \"WORKER_IP_PRIVATE\"."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/dataflow_job"]

  example "without ip_configuration" {
    flagged = <<-TF
      resource "google_dataflow_job" "this" {
        name              = "count"
        template_gcs_path = "gs://templates/count"
        temp_gcs_location = "gs://scratch/tmp"
      }
    TF
  }

  example "ip_configuration is WORKER_IP_PRIVATE" {
    accepted = <<-TF
      resource "google_dataflow_job" "this" {
        name              = "count"
        template_gcs_path = "gs://templates/count"
        temp_gcs_location = "gs://scratch/tmp"

        ip_configuration = "WORKER_IP_PRIVATE"
      }
    TF
  }
}

rule "google-data-fusion-monitoring" {
  summary     = "The instance is not monitored"
  category    = "security"
  severity    = "low"
  tags        = ["logging"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_GCP_105"] }

  resource "google_data_fusion_instance" {
    require = self.enable_stackdriver_monitoring == true
    message = "Nothing measures the pipelines."

    fix {
      set    = { enable_stackdriver_monitoring = true }
      safety = "unsafe"
    }
  }

  why  = "Failures are seen by those who miss the data."
  help = "Set enable_stackdriver_monitoring = true."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/data_fusion_instance"]

  example "without enable_stackdriver_monitoring" {
    flagged = <<-TF
      resource "google_data_fusion_instance" "this" {
        name   = "pipelines"
        region = "europe-west1"
        type   = "BASIC"
      }
    TF
  }

  example "enable_stackdriver_monitoring is true" {
    accepted = <<-TF
      resource "google_data_fusion_instance" "this" {
        name   = "pipelines"
        region = "europe-west1"
        type   = "BASIC"

        enable_stackdriver_monitoring = true
      }
    TF
  }
}

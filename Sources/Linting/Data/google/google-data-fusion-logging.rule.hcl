rule "google-data-fusion-logging" {
  summary     = "The instance writes no logs"
  category    = "security"
  severity    = "low"
  tags        = ["logging"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_GCP_104"] }

  resource "google_data_fusion_instance" {
    require = self.enable_stackdriver_logging == true
    message = "Pipelines leave no logs."

    fix {
      set    = { enable_stackdriver_logging = true }
      safety = "unsafe"
    }
  }

  why  = "What a pipeline did with data cannot be followed."
  help = "Set enable_stackdriver_logging = true."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/data_fusion_instance"]

  example "without enable_stackdriver_logging" {
    flagged = <<-TF
      resource "google_data_fusion_instance" "this" {
        name   = "pipelines"
        region = "europe-west1"
        type   = "BASIC"
      }
    TF
  }

  example "enable_stackdriver_logging is true" {
    accepted = <<-TF
      resource "google_data_fusion_instance" "this" {
        name   = "pipelines"
        region = "europe-west1"
        type   = "BASIC"

        enable_stackdriver_logging = true
      }
    TF
  }
}

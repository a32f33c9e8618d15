rule "google-dialogflow-webhook-logging" {
  summary     = "Conversations leave no log"
  category    = "security"
  severity    = "info"
  tags        = ["logging"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV2_GCP_31"] }

  resource "google_dialogflow_cx_webhook" {
    require = self.enable_stackdriver_logging == true
    message = "Nothing is logged."

    fix {
      set    = { enable_stackdriver_logging = true }
      safety = "unsafe"
    }
  }

  why  = "Misuse and failures of the agent cannot be followed."
  help = "Set enable_stackdriver_logging = true."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/dialogflow_cx_webhook"]

  example "without enable_stackdriver_logging" {
    flagged = <<-TF
      resource "google_dialogflow_cx_webhook" "this" {
        display_name = "orders"
      }
    TF
  }

  example "enable_stackdriver_logging is true" {
    accepted = <<-TF
      resource "google_dialogflow_cx_webhook" "this" {
        display_name = "orders"

        enable_stackdriver_logging = true
      }
    TF
  }
}

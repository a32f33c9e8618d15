rule "google-dialogflow-logging" {
  summary     = "Conversations leave no log"
  category    = "security"
  severity    = "info"
  tags        = ["logging"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV2_GCP_29"] }

  resource "google_dialogflow_agent" {
    require = self.enable_logging == true
    message = "Nothing is logged."

    fix {
      set    = { enable_logging = true }
      safety = "unsafe"
    }
  }

  why  = "Misuse and failures of the agent cannot be followed."
  help = "Set enable_logging = true."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/dialogflow_agent"]

  example "without enable_logging" {
    flagged = <<-TF
      resource "google_dialogflow_agent" "this" {
        display_name          = "help"
        default_language_code = "en"
        time_zone             = "Europe/Paris"
      }
    TF
  }

  example "enable_logging is true" {
    accepted = <<-TF
      resource "google_dialogflow_agent" "this" {
        display_name          = "help"
        default_language_code = "en"
        time_zone             = "Europe/Paris"

        enable_logging = true
      }
    TF
  }
}

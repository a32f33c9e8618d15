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
  }

  why  = "Misuse and failures of the agent cannot be followed."
  help = "Set enable_logging = true."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/dialogflow_agent"]

  example "as it should not be" {
    flagged = <<-TF
      resource "google_dialogflow_agent" "this" {
        display_name          = "help"
        default_language_code = "en"
        time_zone             = "Europe/Paris"
      }
    TF
  }

  example "as it should be" {
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

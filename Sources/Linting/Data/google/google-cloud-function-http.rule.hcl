rule "google-cloud-function-http" {
  summary     = "The function answers without encryption"
  category    = "security"
  severity    = "medium"
  tags        = ["encryption"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV2_GCP_10"] }

  resource "google_cloudfunctions_function" {
    where   = self.trigger_http == true
    require = self.https_trigger_security_level == "SECURE_ALWAYS"
    message = "The function may be called over plain HTTP."

    fix {
      set    = { https_trigger_security_level = "SECURE_ALWAYS" }
      safety = "unsafe"
    }
  }

  why  = "Tokens and data of callers that use HTTP pass in clear."
  help = "Set https_trigger_security_level = \"SECURE_ALWAYS\"."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/cloudfunctions_function"]

  example "https_trigger_security_level is SECURE_OPTIONAL" {
    flagged = <<-TF
      resource "google_cloudfunctions_function" "this" {
        name         = "hook"
        runtime      = "python312"
        trigger_http = true

        https_trigger_security_level = "SECURE_OPTIONAL"
      }
    TF
  }

  example "https_trigger_security_level is SECURE_ALWAYS" {
    accepted = <<-TF
      resource "google_cloudfunctions_function" "this" {
        name         = "hook"
        runtime      = "python312"
        trigger_http = true

        https_trigger_security_level = "SECURE_ALWAYS"
      }
    TF
  }
}

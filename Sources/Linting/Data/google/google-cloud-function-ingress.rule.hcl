rule "google-cloud-function-ingress" {
  summary     = "The function takes requests from everywhere"
  category    = "security"
  severity    = "medium"
  tags        = ["network"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_GCP_124"] }

  resource "google_cloudfunctions_function" {
    require = contains(["ALLOW_INTERNAL_AND_GCLB", "ALLOW_INTERNAL_ONLY"], self.ingress_settings)
    message = "The function can be called from the whole internet."
  }

  resource "google_cloudfunctions2_function" {
    require = contains(["ALLOW_INTERNAL_AND_GCLB", "ALLOW_INTERNAL_ONLY"], self.service_config.ingress_settings)
    message = "The function can be called from the whole internet."
  }

  why  = "Only IAM stands between the internet and the function."
  help = "Set ingress_settings to ALLOW_INTERNAL_ONLY, or to ALLOW_INTERNAL_AND_GCLB behind a load balancer."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/cloudfunctions_function"]

  example "everywhere" {
    flagged = <<-TF
      resource "google_cloudfunctions_function" "this" {
        name    = "hook"
        runtime = "python312"
      }
    TF
  }

  example "inside" {
    accepted = <<-TF
      resource "google_cloudfunctions_function" "this" {
        name             = "hook"
        runtime          = "python312"
        ingress_settings = "ALLOW_INTERNAL_ONLY"
      }
    TF
  }
}

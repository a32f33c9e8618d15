rule "google-kms-rotation" {
  summary     = "The key is not rotated every 90 days"
  category    = "security"
  severity    = "medium"
  tags        = ["encryption"]
  equivalents = { checkov = ["CKV_GCP_43"], trivy = ["GCP-0065"] }

  resource "google_kms_crypto_key" {
    where   = self.purpose == null || self.purpose == "ENCRYPT_DECRYPT"
    require = self.rotation_period != null && try(tonumber(trimsuffix(self.rotation_period, "s")) <= 7776000 && endswith(self.rotation_period, "s"), false)
  }

  why  = "Everything that was ever encrypted under one version of a key is lost with it."
  help = "Set rotation_period, for example to 7776000s."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/kms_crypto_key"]

  example "without rotation_period" {
    flagged = <<-TF
      resource "google_kms_crypto_key" "this" {
        name     = "k"
        key_ring = "r"
      }
    TF
  }

  example "rotation_period is 7776000s" {
    accepted = <<-TF
      resource "google_kms_crypto_key" "this" {
        name            = "k"
        key_ring        = "r"
        rotation_period = "7776000s"
      }
    TF
  }
}

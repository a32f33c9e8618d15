rule "google-kms-prevent-destroy" {
  summary     = "Nothing keeps the key from being destroyed"
  category    = "reliability"
  severity    = "low"
  tags        = ["backup"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_GCP_82"] }

  resource "google_kms_crypto_key" {
    require = self.lifecycle.prevent_destroy == true
    message = "A plan may destroy the key, and with it everything that it encrypts."
  }

  why  = "Without the key, what it encrypted is lost."
  help = "Add lifecycle { prevent_destroy = true }."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/kms_crypto_key"]

  example "open" {
    flagged = <<-TF
      resource "google_kms_crypto_key" "this" {
        name     = "orders"
        key_ring = "shop"
      }
    TF
  }

  example "kept" {
    accepted = <<-TF
      resource "google_kms_crypto_key" "this" {
        name     = "orders"
        key_ring = "shop"

        lifecycle {
          prevent_destroy = true
        }
      }
    TF
  }
}

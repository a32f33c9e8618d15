rule "azurerm-key-vault-secret-expiry" {
  summary     = "The secret never expires"
  category    = "security"
  severity    = "low"
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_41"], trivy = ["AZU-0017"] }

  resource "azurerm_key_vault_secret" {
    require = self.expiration_date != null
    message = "Nobody has to think of a new secret."
  }

  why  = "An end makes renewal a habit, and limits what a stolen secret is good for."
  help = "Set expiration_date."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/key_vault_secret"]

  example "without expiration_date" {
    flagged = <<-TF
      variable "value" {
        sensitive = true
      }

      resource "azurerm_key_vault_secret" "shop" {
        name         = "api"
        value        = var.value
        key_vault_id = "vault"
      }
    TF
  }

  example "expiration_date is 2027-12-31T00:00:00Z" {
    accepted = <<-TF
      variable "value" {
        sensitive = true
      }

      resource "azurerm_key_vault_secret" "shop" {
        name            = "api"
        value           = var.value
        key_vault_id    = "vault"
        expiration_date = "2027-12-31T00:00:00Z"
      }
    TF
  }
}

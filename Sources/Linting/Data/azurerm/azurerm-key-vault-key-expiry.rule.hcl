rule "azurerm-key-vault-key-expiry" {
  summary     = "The key never expires"
  category    = "security"
  severity    = "low"
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_40"], trivy = ["AZU-0014"] }

  resource "azurerm_key_vault_key" {
    require = self.expiration_date != null
    message = "Nobody has to think of a new key."
  }

  why  = "An end makes renewal a habit, and limits what a stolen key is good for."
  help = "Set expiration_date, or a rotation policy."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/key_vault_key"]

  example "without expiration_date" {
    flagged = <<-TF
      resource "azurerm_key_vault_key" "shop" {
        name         = "main"
        key_vault_id = "vault"
        key_type     = "RSA"
        key_size     = 2048
        key_opts     = ["sign"]
      }
    TF
  }

  example "expiration_date is 2027-12-31T00:00:00Z" {
    accepted = <<-TF
      resource "azurerm_key_vault_key" "shop" {
        name         = "main"
        key_vault_id = "vault"
        key_type     = "RSA"
        key_size     = 2048
        key_opts     = ["sign"]
        expiration_date = "2027-12-31T00:00:00Z"
      }
    TF
  }
}

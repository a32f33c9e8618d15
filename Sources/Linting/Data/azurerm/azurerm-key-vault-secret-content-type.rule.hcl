rule "azurerm-key-vault-secret-content-type" {
  summary     = "Nobody can tell what the secret is"
  category    = "security"
  severity    = "info"
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_114"], trivy = ["AZU-0015"] }

  resource "azurerm_key_vault_secret" {
    require = self.content_type != null
    message = "The secret says nothing about itself."
  }

  why  = "Who finds an unnamed secret does not know what breaks when it changes."
  help = "Set content_type."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/key_vault_secret"]

  example "without content_type" {
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

  example "content_type is API key" {
    accepted = <<-TF
      variable "value" {
        sensitive = true
      }

      resource "azurerm_key_vault_secret" "shop" {
        name         = "api"
        value        = var.value
        key_vault_id = "vault"
        content_type = "API key"
      }
    TF
  }
}

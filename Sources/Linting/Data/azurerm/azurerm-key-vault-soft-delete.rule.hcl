rule "azurerm-key-vault-soft-delete" {
  summary     = "What is deleted from the key vault is gone at once"
  category    = "reliability"
  severity    = "medium"
  equivalents = { checkov = ["CKV_AZURE_111"] }

  resource "azurerm_key_vault" {
    require = try(self.soft_delete_enabled, null) != false
    message = "Soft delete is switched off."
  }

  why  = "A mistake takes with it everything that the keys encrypt."
  help = "Remove soft_delete_enabled = false."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/key_vault"]

  example "as it should not be" {
    flagged = <<-TF
      resource "azurerm_key_vault" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
        soft_delete_enabled = false
      }
    TF
  }

  example "as it should be" {
    accepted = <<-TF
      resource "azurerm_key_vault" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
        soft_delete_retention_days = 90
      }
    TF
  }
}

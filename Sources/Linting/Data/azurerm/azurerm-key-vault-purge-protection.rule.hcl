rule "azurerm-key-vault-purge-protection" {
  summary     = "Deleted keys and secrets can be destroyed at once"
  category    = "reliability"
  severity    = "medium"
  equivalents = { trivy = ["AZU-0016"] }

  resource "azurerm_key_vault" {
    require = self.purge_protection_enabled == true && (self.soft_delete_retention_days == null || (self.soft_delete_retention_days >= 7 && self.soft_delete_retention_days <= 90))

    fix {
      set    = { purge_protection_enabled = true }
      safety = "unsafe"
    }
  }

  why  = "Whoever may purge destroys every key, and with it all that was encrypted."
  help = "Set purge_protection_enabled = true."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/key_vault"]

  example "without purge_protection_enabled" {
    flagged = <<-TF
      resource "azurerm_key_vault" "this" {
        name                = "v"
        resource_group_name = "example"
        location            = "westeurope"
        tenant_id           = "t"
        sku_name            = "standard"
      }
    TF
  }

  example "purge_protection_enabled is true" {
    accepted = <<-TF
      resource "azurerm_key_vault" "this" {
        name                     = "v"
        resource_group_name      = "example"
        location                 = "westeurope"
        tenant_id                = "t"
        sku_name                 = "standard"
        purge_protection_enabled = true
      }
    TF
  }
}

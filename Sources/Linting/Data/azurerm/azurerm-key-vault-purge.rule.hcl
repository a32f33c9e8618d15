rule "azurerm-key-vault-purge" {
  summary     = "What is deleted from the key vault can be purged"
  category    = "reliability"
  severity    = "low"
  tags        = ["backup"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_110", "CKV_AZURE_42"] }

  resource "azurerm_key_vault" {
    require = self.purge_protection_enabled == true
    message = "Who may delete keys deletes their recovery too."

    fix {
      set    = { purge_protection_enabled = true }
      safety = "unsafe"
    }
  }

  why  = "A purged key takes with it everything that it encrypts."
  help = "Set purge_protection_enabled = true."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/key_vault"]

  example "without purge_protection_enabled" {
    flagged = <<-TF
      resource "azurerm_key_vault" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
      }
    TF
  }

  example "purge_protection_enabled is true" {
    accepted = <<-TF
      resource "azurerm_key_vault" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
        purge_protection_enabled = true
      }
    TF
  }
}

rule "azurerm-app-configuration-purge-protection" {
  summary     = "The deleted store can be purged"
  category    = "reliability"
  severity    = "low"
  tags        = ["backup"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_187"] }

  resource "azurerm_app_configuration" {
    require = self.purge_protection_enabled == true
    message = "Who may delete the store deletes its recovery too."

    fix {
      set    = { purge_protection_enabled = true }
      safety = "unsafe"
    }
  }

  why  = "Protection keeps what was deleted for its days, whatever somebody wants."
  help = "Set purge_protection_enabled = true."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/app_configuration"]

  example "without purge_protection_enabled" {
    flagged = <<-TF
      resource "azurerm_app_configuration" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
      }
    TF
  }

  example "purge_protection_enabled is true" {
    accepted = <<-TF
      resource "azurerm_app_configuration" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
        purge_protection_enabled = true
      }
    TF
  }
}

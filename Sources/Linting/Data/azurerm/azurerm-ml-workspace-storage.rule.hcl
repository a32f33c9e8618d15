rule "azurerm-ml-workspace-storage" {
  summary     = "Sensitive data of the workspace lies in an open account"
  category    = "security"
  severity    = "low"
  tags        = ["network"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV2_AZURE_50"] }

  resource "azurerm_machine_learning_workspace" {
    where   = self.high_business_impact == true
    require = all([for a in referred("azurerm_storage_account", self.storage_account_id) : a.public_network_access_enabled == false])
    message = "The account of the workspace answers the internet."
  }

  why  = "Data that is marked as sensitive should not depend on a key alone."
  help = "Set public_network_access_enabled = false for the account."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/machine_learning_workspace"]

  example "open" {
    flagged = <<-TF
      resource "azurerm_storage_account" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
      }

      resource "azurerm_machine_learning_workspace" "shop" {
        name                 = "shop"
        resource_group_name  = "shop"
        location             = "westeurope"
        high_business_impact = true
        storage_account_id   = azurerm_storage_account.shop.id
      }
    TF
  }

  example "closed" {
    accepted = <<-TF
      resource "azurerm_storage_account" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"

        public_network_access_enabled = false
      }

      resource "azurerm_machine_learning_workspace" "shop" {
        name                 = "shop"
        resource_group_name  = "shop"
        location             = "westeurope"
        high_business_impact = true
        storage_account_id   = azurerm_storage_account.shop.id
      }
    TF
  }
}

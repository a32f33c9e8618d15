rule "azurerm-storage-account-replication" {
  summary     = "The account's data stays in one region"
  category    = "reliability"
  severity    = "low"
  tags        = ["availability"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_206"], trivy = ["AZU-0058"] }

  resource "azurerm_storage_account" {
    require = contains(["GRS", "RAGRS", "GZRS", "RAGZRS"], self.account_replication_type)
    message = "When the region fails, the data fails with it."
  }

  why  = "Copies in another region are what is left when a region fails."
  help = "Set account_replication_type = \"GZRS\"."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/storage_account"]

  example "account_replication_type is LRS" {
    flagged = <<-TF
      resource "azurerm_storage_account" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"

        account_tier             = "Standard"
        account_replication_type = "LRS"
      }
    TF
  }

  example "account_replication_type is GZRS" {
    accepted = <<-TF
      resource "azurerm_storage_account" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"

        account_tier             = "Standard"
        account_replication_type = "GZRS"
      }
    TF
  }
}

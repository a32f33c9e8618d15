rule "azurerm-storage-account-name" {
  summary     = "The name is refused for a storage account"
  category    = "correctness"
  severity    = "high"
  equivalents = { checkov = ["CKV_AZURE_43"] }

  resource "azurerm_storage_account" {
    where   = self.name != null
    require = can(regex("^[a-z0-9]{3,24}$", self.name))
    message = "Names have 3 to 24 small letters and digits."
  }

  why  = "The provider refuses the name when it applies."
  help = "Use small letters and digits only, 3 to 24 of them."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/storage_account"]

  example "name is Shop-Data" {
    flagged = <<-TF
      resource "azurerm_storage_account" "shop" {
        name                = "Shop-Data"
        resource_group_name = "shop"
        location            = "westeurope"
      }
    TF
  }

  example "name is shopdata" {
    accepted = <<-TF
      resource "azurerm_storage_account" "shop" {
        name                = "shopdata"
        resource_group_name = "shop"
        location            = "westeurope"
      }
    TF
  }
}

rule "azurerm-app-configuration-cmk" {
  summary     = "The configuration store is encrypted with a key of the provider"
  category    = "security"
  severity    = "low"
  tags        = ["encryption"]
  packs       = ["cmk"]
  equivalents = { checkov = ["CKV_AZURE_186"] }

  resource "azurerm_app_configuration" {
    require = any([for e in self.encryption : e.key_vault_key_identifier != null])
    message = "No key of your own protects the data."
  }

  why  = "The store holds connection strings of all environments; with a key of your own all of them can be locked at once."
  help = "Name a key of your key vault."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/app_configuration"]

  example "without encryption" {
    flagged = <<-TF
      resource "azurerm_app_configuration" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
      }
    TF
  }

  example "with encryption" {
    accepted = <<-TF
      resource "azurerm_app_configuration" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"

        encryption {
          key_vault_key_identifier = "https://shop.vault.azure.net/keys/main/0123456789abcdef"
        }
      }
    TF
  }
}

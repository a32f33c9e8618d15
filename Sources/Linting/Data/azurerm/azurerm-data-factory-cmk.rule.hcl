rule "azurerm-data-factory-cmk" {
  summary     = "The factory is encrypted with a key of the provider"
  category    = "security"
  severity    = "low"
  tags        = ["encryption"]
  packs       = ["cmk"]
  equivalents = { checkov = ["CKV2_AZURE_15"] }

  resource "azurerm_data_factory" {
    require = self.customer_managed_key_id != null || length(related("azurerm_data_factory_linked_service_key_vault", "data_factory_id")) > 0
    message = "No key of your own protects the data."
  }

  why  = "Definitions of pipelines name every source and its login; with a key of your own you decide who decrypts them."
  help = "Name a key of your key vault."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/data_factory"]

  example "as it should not be" {
    flagged = <<-TF
      resource "azurerm_data_factory" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
      }
    TF
  }

  example "as it should be" {
    accepted = <<-TF
      resource "azurerm_data_factory" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
        customer_managed_key_id = "https://shop.vault.azure.net/keys/main/0123456789abcdef"
      }
    TF
  }
}

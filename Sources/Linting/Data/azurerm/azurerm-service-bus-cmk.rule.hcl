rule "azurerm-service-bus-cmk" {
  summary     = "The namespace is encrypted with a key of the provider"
  category    = "security"
  severity    = "low"
  tags        = ["encryption"]
  packs       = ["cmk"]
  equivalents = { checkov = ["CKV_AZURE_201"] }

  resource "azurerm_servicebus_namespace" {
    require = any([for k in self.customer_managed_key : k.key_vault_key_id != null])
    message = "No key of your own protects the data."
  }

  why  = "Messages wait in queues for up to weeks; with a key of your own those that wait can be made unreadable."
  help = "Name a key of your key vault."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/servicebus_namespace"]

  example "without customer_managed_key" {
    flagged = <<-TF
      resource "azurerm_servicebus_namespace" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
      }
    TF
  }

  example "with customer_managed_key" {
    accepted = <<-TF
      resource "azurerm_servicebus_namespace" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"

        customer_managed_key {
          key_vault_key_id = "https://shop.vault.azure.net/keys/main/0123456789abcdef"
          identity_id      = "identity"
        }
      }
    TF
  }
}

rule "azurerm-service-bus-double-encryption" {
  summary     = "The namespace encrypts once"
  category    = "security"
  severity    = "info"
  tags        = ["encryption"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_199"] }

  resource "azurerm_servicebus_namespace" {
    require = any([for k in self.customer_managed_key : k.infrastructure_encryption_enabled == true])
    message = "One mistake in a key opens the data."
  }

  why  = "A second layer with another key keeps data closed when the first fails."
  help = "Set infrastructure_encryption_enabled = true in customer_managed_key."

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
          key_vault_key_id                  = "https://shop.vault.azure.net/keys/main/0123456789abcdef"
          identity_id                       = "identity"
          infrastructure_encryption_enabled = true
        }
      }
    TF
  }
}

rule "azurerm-key-vault-private-endpoint" {
  summary     = "The key vault has no private endpoint"
  category    = "security"
  severity    = "low"
  tags        = ["network"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV2_AZURE_32"] }

  resource "azurerm_key_vault" {
    require = length(related("azurerm_private_endpoint", "private_service_connection.private_connection_resource_id")) > 0
    message = "Clients reach it over its public address."
  }

  why  = "Through a private endpoint traffic stays in your network, and the public address can be closed."
  help = "Add an azurerm_private_endpoint for it."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/key_vault"]

  example "without azurerm_private_endpoint" {
    flagged = <<-TF
      resource "azurerm_key_vault" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
      }
    TF
  }

  example "with azurerm_private_endpoint" {
    accepted = <<-TF
      resource "azurerm_key_vault" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
      }

      resource "azurerm_private_endpoint" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"

        subnet_id           = "/subscriptions/0000/resourceGroups/shop/providers/Microsoft.Network/virtualNetworks/main/subnets/private"

        private_service_connection {
          name                           = "shop"
          is_manual_connection           = false
          private_connection_resource_id = azurerm_key_vault.shop.id
        }
      }
    TF
  }
}

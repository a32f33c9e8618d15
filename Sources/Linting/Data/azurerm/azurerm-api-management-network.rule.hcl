rule "azurerm-api-management-network" {
  summary     = "The API gateway stands outside of your network"
  category    = "security"
  severity    = "low"
  tags        = ["network"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_107"] }

  resource "azurerm_api_management" {
    require = any([for v in self.virtual_network_configuration : v.subnet_id != null])
    message = "Backends must be public for the gateway to reach them."
  }

  why  = "In a network, the gateway reaches private backends, and rules say who reaches it."
  help = "Add virtual_network_configuration with a subnet."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/api_management"]

  example "without virtual_network_configuration" {
    flagged = <<-TF
      resource "azurerm_api_management" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
      }
    TF
  }

  example "with virtual_network_configuration" {
    accepted = <<-TF
      resource "azurerm_api_management" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"

        virtual_network_configuration {
          subnet_id = "/subscriptions/0000/resourceGroups/shop/providers/Microsoft.Network/virtualNetworks/main/subnets/private"
        }
      }
    TF
  }
}

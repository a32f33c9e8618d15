rule "azurerm-network-interface-security-group" {
  summary     = "No security group limits the traffic of the interface"
  category    = "security"
  severity    = "info"
  tags        = ["network"]
  packs       = ["strict"]
  equivalents = { trivy = ["AZU-0068"] }

  resource "azurerm_network_interface" {
    # Before version 2 of the provider the interface itself named its group.
    require = try(self.network_security_group_id, null) != null || length(related("azurerm_network_interface_security_group_association", "network_interface_id")) > 0
    message = "Traffic of the interface is limited by its subnet alone."
  }

  why  = "A group at the interface holds even when the one of the subnet is changed."
  help = "Add azurerm_network_interface_security_group_association."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/network_interface"]

  example "none" {
    flagged = <<-TF
      resource "azurerm_network_interface" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"

        ip_configuration {
          name                          = "main"
          subnet_id                     = "private"
          private_ip_address_allocation = "Dynamic"
        }
      }
    TF
  }

  example "a group" {
    accepted = <<-TF
      resource "azurerm_network_interface" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"

        ip_configuration {
          name                          = "main"
          subnet_id                     = "private"
          private_ip_address_allocation = "Dynamic"
        }
      }

      resource "azurerm_network_interface_security_group_association" "shop" {
        network_interface_id      = azurerm_network_interface.shop.id
        network_security_group_id = "group"
      }
    TF
  }
}

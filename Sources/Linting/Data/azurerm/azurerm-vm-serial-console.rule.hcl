rule "azurerm-vm-serial-console" {
  summary     = "The serial console of a public machine is open"
  category    = "security"
  severity    = "info"
  tags        = ["network"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV2_AZURE_39"] }

  resource "azurerm_network_interface" {
    let     = { machines = concat([for m in related("azurerm_linux_virtual_machine", "network_interface_ids") : m.boot_diagnostics], [for m in related("azurerm_windows_virtual_machine", "network_interface_ids") : m.boot_diagnostics], [for m in related("azurerm_virtual_machine", "network_interface_ids") : m.boot_diagnostics]) }
    where   = any([for c in self.ip_configuration : c.public_ip_address_id != null])
    require = all([for d in machines : length(d) == 0])
    message = "A machine with a public address has boot diagnostics, and with them a serial console."
  }

  why  = "The serial console goes past rules of the network."
  help = "Remove boot_diagnostics from machines that have public addresses, or take the address away."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/network_interface"]

  example "both" {
    flagged = <<-TF
      resource "azurerm_network_interface" "web" {
        name                = "web"
        resource_group_name = "shop"
        location            = "westeurope"

        ip_configuration {
          name                          = "main"
          private_ip_address_allocation = "Dynamic"
          public_ip_address_id          = "address"
        }
      }

      resource "azurerm_linux_virtual_machine" "web" {
        name                  = "web"
        resource_group_name   = "shop"
        location              = "westeurope"
        network_interface_ids = [azurerm_network_interface.web.id]

        boot_diagnostics {
          storage_account_uri = "https://shop.blob.core.windows.net/"
        }
      }
    TF
  }

  example "no console" {
    accepted = <<-TF
      resource "azurerm_network_interface" "web" {
        name                = "web"
        resource_group_name = "shop"
        location            = "westeurope"

        ip_configuration {
          name                          = "main"
          private_ip_address_allocation = "Dynamic"
          public_ip_address_id          = "address"
        }
      }
    TF
  }
}

rule "azurerm-function-app-public-network" {
  summary     = "The function app can be reached from the internet"
  category    = "security"
  severity    = "low"
  tags        = ["network", "public"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_221"] }

  resource "azurerm_linux_function_app" "azurerm_linux_function_app_slot" "azurerm_windows_function_app" "azurerm_windows_function_app_slot" {
    require = self.public_network_access_enabled == false
    message = "Everybody may try to log in."

    fix {
      set    = { public_network_access_enabled = false }
      safety = "unsafe"
    }
  }

  why  = <<-TEXT
    Functions run with the rights of their identity; a function key in an address, a log or a browser's history starts them from
    anywhere.
  TEXT
  help = "Set public_network_access_enabled = false and add a private endpoint."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/linux_function_app"]

  example "public_network_access_enabled is true" {
    flagged = <<-TF
      resource "azurerm_linux_function_app" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
        public_network_access_enabled = true
      }
    TF
  }

  example "public_network_access_enabled is false" {
    accepted = <<-TF
      resource "azurerm_linux_function_app" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
        public_network_access_enabled = false
      }
    TF
  }
}

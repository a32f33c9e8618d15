rule "azurerm-app-service-remote-debugging" {
  summary     = "Remote debugging is open"
  category    = "security"
  severity    = "medium"
  equivalents = { checkov = ["CKV_AZURE_72"] }

  resource "azurerm_app_service" "azurerm_linux_web_app" "azurerm_windows_web_app" "azurerm_linux_function_app" "azurerm_linux_function_app_slot" "azurerm_linux_web_app_slot" "azurerm_windows_function_app" "azurerm_windows_function_app_slot" "azurerm_windows_web_app_slot" {
    require = !any([for s in self.site_config : s.remote_debugging_enabled == true])
    message = "A debugger may attach over the internet."
  }

  why  = "Who attaches reads memory and changes what runs."
  help = "Remove remote_debugging_enabled."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/app_service"]

  example "as it should not be" {
    flagged = <<-TF
      resource "azurerm_app_service" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"

        site_config {
          remote_debugging_enabled = true
        }
      }
    TF
  }

  example "as it should be" {
    accepted = <<-TF
      resource "azurerm_app_service" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"

        site_config {
          http2_enabled = true
        }
      }
    TF
  }
}

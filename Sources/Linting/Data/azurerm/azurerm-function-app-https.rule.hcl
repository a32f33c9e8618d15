rule "azurerm-function-app-https" {
  summary     = "The function app answers without encryption"
  category    = "security"
  severity    = "medium"
  tags        = ["encryption"]
  equivalents = { checkov = ["CKV_AZURE_70"], trivy = ["AZU-0004"] }

  resource "azurerm_function_app" "azurerm_function_app_slot" "azurerm_linux_function_app" "azurerm_linux_function_app_slot" "azurerm_windows_function_app" "azurerm_windows_function_app_slot" {
    require = self.https_only == true
    message = "It may be called over plain HTTP."

    fix {
      set    = { https_only = true }
      safety = "unsafe"
    }
  }

  why  = "Keys in addresses and data of callers pass in clear."
  help = "Set https_only = true."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/function_app"]

  example "without https_only" {
    flagged = <<-TF
      resource "azurerm_function_app" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
      }
    TF
  }

  example "https_only is true" {
    accepted = <<-TF
      resource "azurerm_function_app" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
        https_only = true
      }
    TF
  }
}

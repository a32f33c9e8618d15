rule "azurerm-app-service-slot-https" {
  summary     = "A slot answers without encryption"
  category    = "security"
  severity    = "medium"
  tags        = ["encryption"]
  equivalents = { checkov = ["CKV_AZURE_153"] }

  resource "azurerm_app_service_slot" "azurerm_linux_web_app_slot" "azurerm_windows_web_app_slot" {
    require = self.https_only == true
    message = "The slot may be called over plain HTTP."

    fix {
      set    = { https_only = true }
      safety = "unsafe"
    }
  }

  why  = "Sessions of testers pass in clear, and a slot becomes production by a swap."
  help = "Set https_only = true."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/app_service_slot"]

  example "without https_only" {
    flagged = <<-TF
      resource "azurerm_app_service_slot" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
      }
    TF
  }

  example "https_only is true" {
    accepted = <<-TF
      resource "azurerm_app_service_slot" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
        https_only = true
      }
    TF
  }
}

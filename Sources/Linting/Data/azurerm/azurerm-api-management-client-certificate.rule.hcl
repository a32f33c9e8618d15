rule "azurerm-api-management-client-certificate" {
  summary     = "The gateway asks clients for no certificate"
  category    = "security"
  severity    = "low"
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_152"] }

  resource "azurerm_api_management" {
    where   = startswith(self.sku_name, "Consumption")
    require = self.client_certificate_enabled == true
    message = "Clients of the consumption tier are known by keys only."

    fix {
      set    = { client_certificate_enabled = true }
      safety = "unsafe"
    }
  }

  why  = "A key that leaks opens the API to everybody."
  help = "Set client_certificate_enabled = true."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/api_management"]

  example "without client_certificate_enabled" {
    flagged = <<-TF
      resource "azurerm_api_management" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
        sku_name = "Consumption_0"
      }
    TF
  }

  example "client_certificate_enabled is true" {
    accepted = <<-TF
      resource "azurerm_api_management" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"

        sku_name                   = "Consumption_0"
        client_certificate_enabled = true
      }
    TF
  }
}

rule "azurerm-service-plan-sku" {
  summary     = "The plan is one for trials"
  category    = "reliability"
  severity    = "low"
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_211"] }

  resource "azurerm_service_plan" {
    require = !contains(["B1", "B2", "B3", "F1", "D1"], self.sku_name)
    message = "The tier has no scaling, slots or backups."
  }

  why  = "What customers use needs a tier that scales and has a service level."
  help = "Use a production tier such as P1v3."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/service_plan"]

  example "sku_name is B1" {
    flagged = <<-TF
      resource "azurerm_service_plan" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"

        os_type  = "Linux"
        sku_name = "B1"
      }
    TF
  }

  example "sku_name is P1v3" {
    accepted = <<-TF
      resource "azurerm_service_plan" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"

        os_type  = "Linux"
        sku_name = "P1v3"
      }
    TF
  }
}

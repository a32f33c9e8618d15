rule "azurerm-service-plan-zones" {
  summary     = "The plan is in one zone"
  category    = "reliability"
  severity    = "low"
  tags        = ["availability"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_225"] }

  resource "azurerm_service_plan" {
    require = self.zone_balancing_enabled == true
    message = "When its zone fails, it fails."

    fix {
      set    = { zone_balancing_enabled = true }
      safety = "unsafe"
    }
  }

  why  = "Zones fail one at a time: what stands in several goes on."
  help = "Set zone_balancing_enabled = true."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/service_plan"]

  example "without zone_balancing_enabled" {
    flagged = <<-TF
      resource "azurerm_service_plan" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
      }
    TF
  }

  example "zone_balancing_enabled is true" {
    accepted = <<-TF
      resource "azurerm_service_plan" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
        zone_balancing_enabled = true
      }
    TF
  }
}

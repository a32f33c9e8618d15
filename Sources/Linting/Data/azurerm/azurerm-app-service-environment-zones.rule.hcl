rule "azurerm-app-service-environment-zones" {
  summary     = "The environment is in one zone"
  category    = "reliability"
  severity    = "low"
  tags        = ["availability"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_231"] }

  resource "azurerm_app_service_environment_v3" {
    require = self.zone_redundant == true
    message = "When its zone fails, it fails."

    fix {
      set    = { zone_redundant = true }
      safety = "unsafe"
    }
  }

  why  = "Zones fail one at a time: what stands in several goes on."
  help = "Set zone_redundant = true."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/app_service_environment_v3"]

  example "without zone_redundant" {
    flagged = <<-TF
      resource "azurerm_app_service_environment_v3" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
      }
    TF
  }

  example "zone_redundant is true" {
    accepted = <<-TF
      resource "azurerm_app_service_environment_v3" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
        zone_redundant = true
      }
    TF
  }
}

rule "azurerm-container-registry-zones" {
  summary     = "The registry is in one zone"
  category    = "reliability"
  severity    = "low"
  tags        = ["availability"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_233"] }

  resource "azurerm_container_registry" {
    require = self.zone_redundancy_enabled == true && all([for g in self.georeplications : g.zone_redundancy_enabled == true])
    message = "When its zone fails, nothing can start."
  }

  why  = "Zones fail one at a time: what stands in several goes on."
  help = "Set zone_redundancy_enabled = true, for replications too."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/container_registry"]

  example "without zone_redundancy_enabled" {
    flagged = <<-TF
      resource "azurerm_container_registry" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
        sku = "Premium"
      }
    TF
  }

  example "zone_redundancy_enabled is true" {
    accepted = <<-TF
      resource "azurerm_container_registry" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"

        sku                     = "Premium"
        zone_redundancy_enabled = true
      }
    TF
  }
}

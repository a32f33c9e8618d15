rule "azurerm-event-hub-zones" {
  summary     = "The namespace's region has no zones"
  category    = "reliability"
  severity    = "info"
  tags        = ["availability"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_228"] }

  parameter "regions" {
    default = ["australiaeast", "brazilsouth", "canadacentral", "centralindia", "centralus", "chinanorth3", "eastasia", "eastus", "eastus2", "francecentral", "germanywestcentral", "indonesiacentral", "israelcentral", "italynorth", "japaneast", "japanwest", "koreacentral", "mexicocentral", "newzealandnorth", "northeurope", "norwayeast", "polandcentral", "qatarcentral", "southafricanorth", "southcentralus", "southeastasia", "spaincentral", "swedencentral", "switzerlandnorth", "uaenorth", "uksouth", "usgovvirginia", "westeurope", "westus2", "westus3"]
    summary = "Regions with availability zones."
  }

  resource "azurerm_eventhub_namespace" {
    require = contains(param.regions, lower(replace(self.location, " ", "")))
    message = "When its one zone fails, events are lost."
  }

  why  = "Namespaces spread over zones by themselves, where the region has zones."
  help = "Choose a region with availability zones."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/eventhub_namespace"]

  example "without zones" {
    flagged = <<-TF
      resource "azurerm_eventhub_namespace" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westus"
        sku = "Standard"
      }
    TF
  }

  example "with zones" {
    accepted = <<-TF
      resource "azurerm_eventhub_namespace" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
        sku = "Standard"
      }
    TF
  }
}

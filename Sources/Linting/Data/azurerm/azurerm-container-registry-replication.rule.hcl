rule "azurerm-container-registry-replication" {
  summary     = "The registry stands in one region"
  category    = "reliability"
  severity    = "low"
  tags        = ["availability"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_165"] }

  resource "azurerm_container_registry" {
    require = contains(["Premium"], self.sku) && any([for g in self.georeplications : true])
    message = "When the region fails, nothing can start."
  }

  why  = "New instances pull images: without the registry they do not start anywhere."
  help = "Use the tier Premium with georeplications."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/container_registry"]

  example "without georeplications" {
    flagged = <<-TF
      resource "azurerm_container_registry" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
        sku = "Premium"
      }
    TF
  }

  example "with georeplications" {
    accepted = <<-TF
      resource "azurerm_container_registry" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"

        sku = "Premium"

        georeplications {
          location = "northeurope"
        }
      }
    TF
  }
}

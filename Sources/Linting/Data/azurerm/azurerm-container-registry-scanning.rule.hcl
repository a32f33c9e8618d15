rule "azurerm-container-registry-scanning" {
  summary     = "Images in the registry are not scanned"
  category    = "security"
  severity    = "low"
  tags        = ["supply-chain"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_163"] }

  resource "azurerm_container_registry" {
    require = contains(["Standard", "Premium"], self.sku)
    message = "The tier has no scanning."
  }

  why  = "Known holes in images are found by others first."
  help = "Use the tier Standard or Premium."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/container_registry"]

  example "sku is Basic" {
    flagged = <<-TF
      resource "azurerm_container_registry" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
        sku = "Basic"
      }
    TF
  }

  example "sku is Premium" {
    accepted = <<-TF
      resource "azurerm_container_registry" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
        sku = "Premium"
      }
    TF
  }
}

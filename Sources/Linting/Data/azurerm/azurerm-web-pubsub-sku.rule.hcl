rule "azurerm-web-pubsub-sku" {
  summary     = "The tier has no service level"
  category    = "reliability"
  severity    = "low"
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_175"] }

  resource "azurerm_web_pubsub" {
    require = self.sku != "Free_F1" && self.sku != null
    message = "The free tier promises nothing."
  }

  why  = "Connections beyond the free number are refused."
  help = "Use a Standard tier."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/web_pubsub"]

  example "sku is Free_F1" {
    flagged = <<-TF
      resource "azurerm_web_pubsub" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
        sku = "Free_F1"
      }
    TF
  }

  example "sku is Standard_S1" {
    accepted = <<-TF
      resource "azurerm_web_pubsub" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
        sku = "Standard_S1"
      }
    TF
  }
}

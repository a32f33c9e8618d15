rule "azurerm-signalr-sku" {
  summary     = "The tier has no service level"
  category    = "reliability"
  severity    = "low"
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_196"] }

  resource "azurerm_signalr_service" {
    require = !any([for s in self.sku : s.name == "Free_F1"])
    message = "The free tier promises nothing."
  }

  why  = "Connections beyond the free number are refused."
  help = "Use a Standard tier."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/signalr_service"]

  example "name is Free_F1" {
    flagged = <<-TF
      resource "azurerm_signalr_service" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"

        sku {
          name     = "Free_F1"
          capacity = 1
        }
      }
    TF
  }

  example "name is Standard_S1" {
    accepted = <<-TF
      resource "azurerm_signalr_service" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"

        sku {
          name     = "Standard_S1"
          capacity = 1
        }
      }
    TF
  }
}

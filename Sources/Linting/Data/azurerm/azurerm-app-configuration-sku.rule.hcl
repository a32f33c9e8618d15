rule "azurerm-app-configuration-sku" {
  summary     = "The store's tier has no service level"
  category    = "reliability"
  severity    = "low"
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_188"] }

  resource "azurerm_app_configuration" {
    require = self.sku == "standard"
    message = "The free tier has no service level, and takes few requests."

    fix {
      set    = { sku = "standard" }
      safety = "unsafe"
    }
  }

  why  = "Programs that read it at start do not start when it refuses."
  help = "Set sku = \"standard\"."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/app_configuration"]

  example "sku is free" {
    flagged = <<-TF
      resource "azurerm_app_configuration" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
        sku = "free"
      }
    TF
  }

  example "sku is standard" {
    accepted = <<-TF
      resource "azurerm_app_configuration" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
        sku = "standard"
      }
    TF
  }
}

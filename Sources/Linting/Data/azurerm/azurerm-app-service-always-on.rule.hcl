rule "azurerm-app-service-always-on" {
  summary     = "The web app sleeps when nobody asks"
  category    = "reliability"
  severity    = "low"
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_214"] }

  resource "azurerm_linux_web_app" "azurerm_windows_web_app" {
    require = !any([for s in self.site_config : s.always_on == false])
    message = "The first visitor waits for it to start."
  }

  why  = "Timers and background work stop while it sleeps."
  help = "Remove always_on = false."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/linux_web_app"]

  example "always_on is false" {
    flagged = <<-TF
      resource "azurerm_linux_web_app" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"

        site_config {
          always_on = false
        }
      }
    TF
  }

  example "always_on is true" {
    accepted = <<-TF
      resource "azurerm_linux_web_app" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"

        site_config {
          always_on = true
        }
      }
    TF
  }
}

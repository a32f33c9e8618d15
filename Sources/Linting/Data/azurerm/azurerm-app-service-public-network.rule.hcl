rule "azurerm-app-service-public-network" {
  summary     = "The web app can be reached from the internet"
  category    = "security"
  severity    = "low"
  tags        = ["network", "public"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_222"] }

  resource "azurerm_linux_web_app" "azurerm_windows_web_app" {
    require = self.public_network_access_enabled == false
    message = "Everybody may try to log in."

    fix {
      set    = { public_network_access_enabled = false }
      safety = "unsafe"
    }
  }

  why  = <<-TEXT
    A test or internal app on a public address is found through the list of issued certificates within hours, whether or not anybody was
    told its name.
  TEXT
  help = "Set public_network_access_enabled = false and add a private endpoint."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/linux_web_app"]

  example "public_network_access_enabled is true" {
    flagged = <<-TF
      resource "azurerm_linux_web_app" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
        public_network_access_enabled = true
      }
    TF
  }

  example "public_network_access_enabled is false" {
    accepted = <<-TF
      resource "azurerm_linux_web_app" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
        public_network_access_enabled = false
      }
    TF
  }
}

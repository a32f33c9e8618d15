rule "azurerm-data-factory-public-network" {
  summary     = "The factory can be reached from the internet"
  category    = "security"
  severity    = "low"
  tags        = ["network", "public"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_104"], trivy = ["AZU-0035"] }

  resource "azurerm_data_factory" {
    require = self.public_network_enabled == false
    message = "Everybody may try to log in."

    fix {
      set    = { public_network_enabled = false }
      safety = "unsafe"
    }
  }

  why  = "The factory holds connections to all sources of data; its public address lets a stolen login use them from anywhere."
  help = "Set public_network_enabled = false and add a private endpoint."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/data_factory"]

  example "public_network_enabled is true" {
    flagged = <<-TF
      resource "azurerm_data_factory" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
        public_network_enabled = true
      }
    TF
  }

  example "public_network_enabled is false" {
    accepted = <<-TF
      resource "azurerm_data_factory" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
        public_network_enabled = false
      }
    TF
  }
}

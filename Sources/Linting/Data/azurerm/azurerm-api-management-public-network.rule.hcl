rule "azurerm-api-management-public-network" {
  summary     = "The API gateway's management can be reached from the internet"
  category    = "security"
  severity    = "low"
  tags        = ["network", "public"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_174"] }

  resource "azurerm_api_management" {
    require = self.public_network_access_enabled == false
    message = "Everybody may try to log in."

    fix {
      set    = { public_network_access_enabled = false }
      safety = "unsafe"
    }
  }

  why  = "Only subscription keys and the gateway's policies stand between the interfaces behind it and everybody on the internet."
  help = "Set public_network_access_enabled = false and add a private endpoint."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/api_management"]

  example "public_network_access_enabled is true" {
    flagged = <<-TF
      resource "azurerm_api_management" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
        public_network_access_enabled = true
      }
    TF
  }

  example "public_network_access_enabled is false" {
    accepted = <<-TF
      resource "azurerm_api_management" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
        public_network_access_enabled = false
      }
    TF
  }
}

rule "azurerm-search-public-network" {
  summary     = "The search service can be reached from the internet"
  category    = "security"
  severity    = "low"
  tags        = ["network", "public"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_124"] }

  resource "azurerm_search_service" {
    require = self.public_network_access_enabled == false
    message = "Everybody may try to log in."

    fix {
      set    = { public_network_access_enabled = false }
      safety = "unsafe"
    }
  }

  why  = <<-TEXT
    An index holds copies of the documents that it finds, and its query keys are handed to browsers: on a public address they work for
    everybody.
  TEXT
  help = "Set public_network_access_enabled = false and add a private endpoint."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/search_service"]

  example "public_network_access_enabled is true" {
    flagged = <<-TF
      resource "azurerm_search_service" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
        public_network_access_enabled = true
      }
    TF
  }

  example "public_network_access_enabled is false" {
    accepted = <<-TF
      resource "azurerm_search_service" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
        public_network_access_enabled = false
      }
    TF
  }
}

rule "azurerm-event-grid-topic-public-network" {
  summary     = "The topic can be reached from the internet"
  category    = "security"
  severity    = "low"
  tags        = ["network", "public"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_193"] }

  resource "azurerm_eventgrid_topic" {
    require = self.public_network_access_enabled == false
    message = "Everybody may try to log in."

    fix {
      set    = { public_network_access_enabled = false }
      safety = "unsafe"
    }
  }

  why  = "Who has the topic's key can publish events from anywhere, and so start what listens to them."
  help = "Set public_network_access_enabled = false and add a private endpoint."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/eventgrid_topic"]

  example "public_network_access_enabled is true" {
    flagged = <<-TF
      resource "azurerm_eventgrid_topic" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
        public_network_access_enabled = true
      }
    TF
  }

  example "public_network_access_enabled is false" {
    accepted = <<-TF
      resource "azurerm_eventgrid_topic" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
        public_network_access_enabled = false
      }
    TF
  }
}

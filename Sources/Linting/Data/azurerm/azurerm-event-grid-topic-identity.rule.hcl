rule "azurerm-event-grid-topic-identity" {
  summary     = "The topic has no managed identity"
  category    = "security"
  severity    = "low"
  tags        = ["iam"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_191"] }

  resource "azurerm_eventgrid_topic" {
    require = any([for i in self.identity : i.type != null])
    message = "It needs keys of other services to reach them."
  }

  why  = "Events are then delivered to queues and functions with keys in addresses instead of a right that can be withdrawn."
  help = "Add identity { type = \"SystemAssigned\" }, and give that identity its rights."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/eventgrid_topic"]

  example "without identity" {
    flagged = <<-TF
      resource "azurerm_eventgrid_topic" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
      }
    TF
  }

  example "with identity" {
    accepted = <<-TF
      resource "azurerm_eventgrid_topic" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"

        identity {
          type = "SystemAssigned"
        }
      }
    TF
  }
}

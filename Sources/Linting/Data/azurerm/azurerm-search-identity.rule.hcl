rule "azurerm-search-identity" {
  summary     = "The search service has no managed identity"
  category    = "security"
  severity    = "low"
  tags        = ["iam"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_207"] }

  resource "azurerm_search_service" {
    require = any([for i in self.identity : i.type != null])
    message = "It needs keys of other services to reach them."
  }

  why  = <<-TEXT
    Indexers then log in to databases and storage with connection strings, which everyone who may read the service's definition sees.
  TEXT
  help = "Add identity { type = \"SystemAssigned\" }, and give that identity its rights."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/search_service"]

  example "without identity" {
    flagged = <<-TF
      resource "azurerm_search_service" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
      }
    TF
  }

  example "with identity" {
    accepted = <<-TF
      resource "azurerm_search_service" "shop" {
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

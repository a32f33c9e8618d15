rule "azurerm-search-replicas" {
  summary     = "The search service has too few copies to answer always"
  category    = "reliability"
  severity    = "low"
  tags        = ["availability"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_208"] }

  resource "azurerm_search_service" {
    require = self.replica_count >= 3
    message = "Indexing and queries have no service level."
  }

  why  = "Three replicas are what the service level for indexing and queries asks."
  help = "Set replica_count = 3."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/search_service"]

  example "replica_count is 1" {
    flagged = <<-TF
      resource "azurerm_search_service" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"

        sku           = "standard"
        replica_count = 1
      }
    TF
  }

  example "replica_count is 3" {
    accepted = <<-TF
      resource "azurerm_search_service" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"

        sku           = "standard"
        replica_count = 3
      }
    TF
  }
}

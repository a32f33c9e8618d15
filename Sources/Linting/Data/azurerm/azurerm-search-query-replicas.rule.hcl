rule "azurerm-search-query-replicas" {
  summary     = "Queries of the search service have no service level"
  category    = "reliability"
  severity    = "low"
  tags        = ["availability"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_209"] }

  resource "azurerm_search_service" {
    require = self.replica_count >= 2
    message = "One replica answers all queries."
  }

  why  = "Two replicas are what the service level for queries asks."
  help = "Set replica_count = 2 or more."

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

  example "replica_count is 2" {
    accepted = <<-TF
      resource "azurerm_search_service" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"

        sku           = "standard"
        replica_count = 2
      }
    TF
  }
}

rule "azurerm-kusto-identity" {
  summary     = "The cluster has no managed identity"
  category    = "security"
  severity    = "low"
  tags        = ["iam"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_181"] }

  resource "azurerm_kusto_cluster" {
    require = any([for i in self.identity : i.type != null])
    message = "It needs keys of other services to reach them."
  }

  why  = "Ingestion from event hubs and storage then needs keys, which are seldom renewed and show nobody's name in the logs."
  help = "Add identity { type = \"SystemAssigned\" }, and give that identity its rights."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/kusto_cluster"]

  example "without identity" {
    flagged = <<-TF
      resource "azurerm_kusto_cluster" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
      }
    TF
  }

  example "with identity" {
    accepted = <<-TF
      resource "azurerm_kusto_cluster" "shop" {
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

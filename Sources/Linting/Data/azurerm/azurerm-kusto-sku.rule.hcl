rule "azurerm-kusto-sku" {
  summary     = "The cluster's tier has no service level"
  category    = "reliability"
  severity    = "low"
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_180"] }

  resource "azurerm_kusto_cluster" {
    require = !any([for s in self.sku : startswith(s.name, "Dev(No SLA)")])
    message = "Tiers for development promise nothing."
  }

  why  = "When a cluster of such a tier fails, nobody has to mend it."
  help = "Use a Standard tier."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/kusto_cluster"]

  example "name is Dev(No SLA)_Standard_D11_v2" {
    flagged = <<-TF
      resource "azurerm_kusto_cluster" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"

        sku {
          name = "Dev(No SLA)_Standard_D11_v2"
        }
      }
    TF
  }

  example "name is Standard_E2ads_v5" {
    accepted = <<-TF
      resource "azurerm_kusto_cluster" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"

        sku {
          name = "Standard_E2ads_v5"
        }
      }
    TF
  }
}

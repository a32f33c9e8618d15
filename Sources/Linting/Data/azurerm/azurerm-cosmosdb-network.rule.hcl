rule "azurerm-cosmosdb-network" {
  summary     = "The database answers every network"
  category    = "security"
  severity    = "low"
  tags        = ["network"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_99"] }

  resource "azurerm_cosmosdb_account" {
    require = self.public_network_access_enabled == false || self.is_virtual_network_filter_enabled == true && (any([for r in self.virtual_network_rule : true]) || length(self.ip_range_filter) > 0)
    message = "Everybody may try a key."
  }

  why  = "A key is all that is missing for everybody on the internet."
  help = "Set is_virtual_network_filter_enabled = true and name the networks."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/cosmosdb_account"]

  example "as it should not be" {
    flagged = <<-TF
      resource "azurerm_cosmosdb_account" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
      }
    TF
  }

  example "as it should be" {
    accepted = <<-TF
      resource "azurerm_cosmosdb_account" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"

        is_virtual_network_filter_enabled = true
        ip_range_filter                   = ["203.0.113.0/24"]
      }
    TF
  }
}

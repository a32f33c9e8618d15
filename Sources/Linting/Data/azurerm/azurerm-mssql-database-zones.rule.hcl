rule "azurerm-mssql-database-zones" {
  summary     = "The database is in one zone"
  category    = "reliability"
  severity    = "low"
  tags        = ["availability"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_229"] }

  resource "azurerm_mssql_database" {
    require = self.zone_redundant == true
    message = "When its zone fails, it fails."

    fix {
      set    = { zone_redundant = true }
      safety = "unsafe"
    }
  }

  why  = "Zones fail one at a time: what stands in several goes on."
  help = "Set zone_redundant = true."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/mssql_database"]

  example "without zone_redundant" {
    flagged = <<-TF
      resource "azurerm_mssql_database" "shop" {
        name      = "orders"
        server_id = "server"
      }
    TF
  }

  example "zone_redundant is true" {
    accepted = <<-TF
      resource "azurerm_mssql_database" "shop" {
        name      = "orders"
        server_id = "server"
        zone_redundant = true
      }
    TF
  }
}

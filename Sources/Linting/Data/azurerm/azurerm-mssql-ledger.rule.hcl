rule "azurerm-mssql-ledger" {
  summary     = "Changes of the database cannot be proved"
  category    = "security"
  severity    = "info"
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_224"] }

  resource "azurerm_mssql_database" {
    require = self.ledger_enabled == true
    message = "An administrator may change data unseen."

    fix {
      set    = { ledger_enabled = true }
      safety = "unsafe"
    }
  }

  why  = "A ledger shows that data was not changed afterwards."
  help = "Set ledger_enabled = true."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/mssql_database"]

  example "without ledger_enabled" {
    flagged = <<-TF
      resource "azurerm_mssql_database" "shop" {
        name      = "orders"
        server_id = "server"
      }
    TF
  }

  example "ledger_enabled is true" {
    accepted = <<-TF
      resource "azurerm_mssql_database" "shop" {
        name      = "orders"
        server_id = "server"
        ledger_enabled = true
      }
    TF
  }
}

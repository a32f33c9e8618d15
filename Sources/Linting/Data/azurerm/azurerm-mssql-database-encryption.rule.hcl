rule "azurerm-mssql-database-encryption" {
  summary     = "The database is in clear"
  category    = "security"
  severity    = "high"
  tags        = ["encryption"]
  equivalents = { checkov = ["CKV2_AZURE_25"] }

  resource "azurerm_mssql_database" {
    require = self.transparent_data_encryption_enabled != false
    message = "Encryption of the database is switched off."

    fix {
      set    = { transparent_data_encryption_enabled = true }
      safety = "unsafe"
    }
  }

  why  = "Copies of its files can be read by whoever gets them."
  help = "Remove transparent_data_encryption_enabled = false."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/mssql_database"]

  example "as it should not be" {
    flagged = <<-TF
      resource "azurerm_mssql_database" "shop" {
        name      = "orders"
        server_id = "server"
        transparent_data_encryption_enabled = false
      }
    TF
  }

  example "as it should be" {
    accepted = <<-TF
      resource "azurerm_mssql_database" "shop" {
        name      = "orders"
        server_id = "server"
        sku_name = "S1"
      }
    TF
  }
}

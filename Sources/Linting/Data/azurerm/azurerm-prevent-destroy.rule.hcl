rule "azurerm-prevent-destroy" {
  summary     = "Terraform may destroy what holds data"
  category    = "reliability"
  severity    = "info"
  tags        = ["backup"]
  packs       = ["strict"]
  equivalents = { tflint = ["azurerm_resources_missing_prevent_destroy"] }

  resource "azurerm_backup_protected_vm" "azurerm_cosmosdb_account" "azurerm_cosmosdb_mongo_database" "azurerm_cosmosdb_sql_container" "azurerm_cosmosdb_sql_database" "azurerm_cosmosdb_table" "azurerm_databricks_workspace" "azurerm_eventhub_namespace" "azurerm_key_vault" "azurerm_key_vault_key" "azurerm_mssql_database" "azurerm_mssql_server" "azurerm_mysql_flexible_database" "azurerm_mysql_flexible_server" "azurerm_postgresql_flexible_server" "azurerm_postgresql_flexible_server_database" "azurerm_servicebus_namespace" "azurerm_storage_account" "azurerm_storage_container" "azurerm_storage_share" "azurerm_storage_table" {
    require = self.lifecycle.prevent_destroy == true
    at      = self
    message = "A changed name or a moved block is enough to destroy it with its data."
  }

  why  = <<-TEXT
    Some arguments cannot be changed in place: the plan then destroys the resource and makes an empty one, and one line in a long plan is
    easily missed.
  TEXT
  help = "Add lifecycle { prevent_destroy = true }."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/backup_protected_vm"]

  example "may be destroyed" {
    flagged = <<-TF
      resource "azurerm_storage_container" "orders" {
        name               = "orders"
        storage_account_id = "account"
      }
    TF
  }

  example "may not" {
    accepted = <<-TF
      resource "azurerm_storage_container" "orders" {
        name               = "orders"
        storage_account_id = "account"

        lifecycle {
          prevent_destroy = true
        }
      }
    TF
  }
}

rule "azurerm-storage-insights" {
  summary  = "Access to a container or table is not logged"
  category = "security"
  severity = "low"
  tags     = ["logging"]
  packs    = ["strict"]

  resource "azurerm_storage_container" {
    let = {
      accounts = referred("azurerm_storage_account", [self.storage_account_name, self.storage_account_id])
      insights = flatten([for a in accounts : related("azurerm_log_analytics_storage_insights", "storage_account_id", a)])
    }
    require     = any([for i in insights : length(i.blob_container_names) > 0])
    at          = self
    message     = "No workspace collects logs of the container."
    equivalents = { checkov = ["CKV2_AZURE_21"] }
  }

  resource "azurerm_storage_table" {
    let = {
      accounts = referred("azurerm_storage_account", self.storage_account_name)
      insights = flatten([for a in accounts : related("azurerm_log_analytics_storage_insights", "storage_account_id", a)])
    }
    require     = any([for i in insights : length(i.table_names) > 0])
    at          = self
    message     = "No workspace collects logs of the table."
    equivalents = { checkov = ["CKV2_AZURE_20"] }
  }

  why  = "After a leak nobody can say who read what."
  help = "Add azurerm_log_analytics_storage_insights for the account, with the names of its containers and tables."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/storage_container"]

  example "not logged" {
    flagged = <<-TF
      resource "azurerm_storage_account" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
      }

      resource "azurerm_storage_container" "data" {
        name                 = "data"
        storage_account_name = azurerm_storage_account.shop.name
      }
    TF
  }

  example "a table that nobody asked for" {
    flagged = <<-TF
      resource "azurerm_storage_account" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
      }

      resource "azurerm_storage_table" "orders" {
        name                 = "orders"
        storage_account_name = azurerm_storage_account.shop.name
      }

      resource "azurerm_log_analytics_storage_insights" "shop" {
        name                 = "insights"
        resource_group_name  = "shop"
        workspace_id         = "workspace"
        storage_account_id   = azurerm_storage_account.shop.id
        storage_account_key  = azurerm_storage_account.shop.primary_access_key
        blob_container_names = ["data"]
      }
    TF
  }

  example "logged" {
    accepted = <<-TF
      resource "azurerm_storage_account" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
      }

      resource "azurerm_storage_container" "data" {
        name               = "data"
        storage_account_id = azurerm_storage_account.shop.id
      }

      resource "azurerm_log_analytics_storage_insights" "shop" {
        name                 = "insights"
        resource_group_name  = "shop"
        workspace_id         = "workspace"
        storage_account_id   = azurerm_storage_account.shop.id
        storage_account_key  = azurerm_storage_account.shop.primary_access_key
        blob_container_names = ["data"]
      }
    TF
  }
}

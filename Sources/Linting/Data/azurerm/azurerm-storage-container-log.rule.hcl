rule "azurerm-storage-container-log" {
  summary     = "Access to the container is not logged"
  category    = "security"
  severity    = "low"
  tags        = ["logging"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV2_AZURE_21"] }

  resource "azurerm_storage_container" {
    let     = { accounts = referred("azurerm_storage_account", self.storage_account_name) }
    require = any([for a in accounts : any([for i in related("azurerm_log_analytics_storage_insights", "storage_account_id", a) : length(i.blob_container_names) > 0])])
    message = "No workspace collects logs of the container."
  }

  why  = "After a leak nobody can say who read what."
  help = "Add azurerm_log_analytics_storage_insights for its account."

  example "not logged" {
    flagged = <<-TF
      variable "key" {
        sensitive = true
      }

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

  example "logged" {
    accepted = <<-TF
      variable "key" {
        sensitive = true
      }

      resource "azurerm_storage_account" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
      }

      resource "azurerm_storage_container" "data" {
        name                 = "data"
        storage_account_name = azurerm_storage_account.shop.name
      }

      resource "azurerm_log_analytics_storage_insights" "shop" {
        name                = "insights"
        resource_group_name = "shop"
        workspace_id        = "workspace"
        storage_account_id  = azurerm_storage_account.shop.id
        storage_account_key = var.key
        blob_container_names = ["data"]
      }
    TF
  }
}

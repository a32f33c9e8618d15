rule "azurerm-storage-container-activity-log-public" {
  summary     = "Everybody may read a container that activity logs belong to"
  category    = "security"
  severity    = "high"
  tags        = ["public", "logging"]
  equivalents = { checkov = ["CKV2_AZURE_8"] }

  resource "azurerm_storage_container" {
    let     = { accounts = referred("azurerm_storage_account", self.storage_account_name) }
    where   = any([for a in accounts : any([for l in related("azurerm_monitor_activity_log_alert", "criteria.resource_id", a) : l.enabled != false])])
    require = self.container_access_type == null || self.container_access_type == "private"
    message = "Logs of what was done in the subscription are public."
  }

  why  = "Activity logs name people, resources and mistakes."
  help = "Set container_access_type = \"private\"."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/storage_container"]

  example "public" {
    flagged = <<-TF
      resource "azurerm_storage_account" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
      }

      resource "azurerm_storage_container" "logs" {
        name                  = "insights-activity-logs"
        storage_account_name  = azurerm_storage_account.shop.name
        container_access_type = "blob"
      }

      resource "azurerm_monitor_activity_log_alert" "writes" {
        name                = "writes"
        resource_group_name = "shop"
        location            = "global"
        scopes              = ["/subscriptions/0000"]

        criteria {
          resource_id = azurerm_storage_account.shop.id
          category    = "Administrative"
        }
      }
    TF
  }

  example "private" {
    accepted = <<-TF
      resource "azurerm_storage_account" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
      }

      resource "azurerm_storage_container" "logs" {
        name                  = "insights-activity-logs"
        storage_account_name  = azurerm_storage_account.shop.name
        container_access_type = "private"
      }

      resource "azurerm_monitor_activity_log_alert" "writes" {
        name                = "writes"
        resource_group_name = "shop"
        location            = "global"
        scopes              = ["/subscriptions/0000"]

        criteria {
          resource_id = azurerm_storage_account.shop.id
          category    = "Administrative"
        }
      }
    TF
  }
}

rule "azurerm-flow-log-retention" {
  summary     = "Flow logs are kept too short"
  category    = "security"
  severity    = "low"
  tags        = ["logging"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_12"], trivy = ["AZU-0049"] }

  resource "azurerm_network_watcher_flow_log" {
    require = any([for r in self.retention_policy : r.enabled == true && (r.days >= 90 || r.days == 0)])
    message = "Logs are gone before they are missed."
  }

  why  = "Intruders are found after months."
  help = "Set days to 90 or more in retention_policy."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/network_watcher_flow_log"]

  example "days is 7" {
    flagged = <<-TF
      resource "azurerm_network_watcher_flow_log" "shop" {
        network_watcher_name = "watcher"
        resource_group_name  = "shop"
        name                 = "flows"
        storage_account_id   = "account"
        enabled              = true

        retention_policy {
          enabled = true
          days    = 7
        }
      }
    TF
  }

  example "days is 90" {
    accepted = <<-TF
      resource "azurerm_network_watcher_flow_log" "shop" {
        network_watcher_name = "watcher"
        resource_group_name  = "shop"
        name                 = "flows"
        storage_account_id   = "account"
        enabled              = true

        retention_policy {
          enabled = true
          days    = 90
        }
      }
    TF
  }
}

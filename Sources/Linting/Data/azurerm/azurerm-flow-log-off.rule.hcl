rule "azurerm-flow-log-off" {
  summary     = "The flow log is switched off"
  category    = "security"
  severity    = "low"
  tags        = ["logging"]
  packs       = ["strict"]
  equivalents = { trivy = ["AZU-0073"] }

  resource "azurerm_network_watcher_flow_log" {
    require = self.enabled == true
    message = "Traffic is not logged."

    fix {
      set    = { enabled = true }
      safety = "unsafe"
    }
  }

  why  = "Flow logs say who talked to whom."
  help = "Set enabled = true."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/network_watcher_flow_log"]

  example "enabled is false" {
    flagged = <<-TF
      resource "azurerm_network_watcher_flow_log" "shop" {
        network_watcher_name = "watcher"
        resource_group_name  = "shop"
        name                 = "flows"
        storage_account_id   = "account"
        enabled              = false
      }
    TF
  }

  example "enabled is true" {
    accepted = <<-TF
      resource "azurerm_network_watcher_flow_log" "shop" {
        network_watcher_name = "watcher"
        resource_group_name  = "shop"
        name                 = "flows"
        storage_account_id   = "account"
        enabled              = true
      }
    TF
  }
}

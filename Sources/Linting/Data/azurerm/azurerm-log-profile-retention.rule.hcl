rule "azurerm-log-profile-retention" {
  summary     = "Activity logs are kept less than a year"
  category    = "security"
  severity    = "low"
  tags        = ["logging"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_37"], trivy = ["AZU-0031"] }

  resource "azurerm_monitor_log_profile" {
    require = any([for r in self.retention_policy : r.enabled == true && r.days >= 365 || r.enabled == false && r.days == 0])
    message = "Logs are gone before they are missed."
  }

  why  = "Intruders are found after months."
  help = "Set days to 365 or more in retention_policy."

  example "days is 30" {
    flagged = <<-TF
      resource "azurerm_monitor_log_profile" "shop" {
        name       = "log"
        categories = ["Action", "Delete", "Write"]
        locations  = ["westeurope"]

        retention_policy {
          enabled = true
          days    = 30
        }
      }
    TF
  }

  example "days is 365" {
    accepted = <<-TF
      resource "azurerm_monitor_log_profile" "shop" {
        name       = "log"
        categories = ["Action", "Delete", "Write"]
        locations  = ["westeurope"]

        retention_policy {
          enabled = true
          days    = 365
        }
      }
    TF
  }
}

rule "azurerm-mssql-scans" {
  summary     = "The SQL server is not scanned regularly"
  category    = "security"
  severity    = "low"
  packs       = ["strict"]
  equivalents = { checkov = ["CKV2_AZURE_3"] }

  resource "azurerm_mssql_server_vulnerability_assessment" {
    require = any([for s in self.recurring_scans : s.enabled == true])
    message = "Mistakes in settings are not found."
  }

  why  = "Settings drift: a scan every week finds what has changed."
  help = "Add recurring_scans { enabled = true }."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/mssql_server_vulnerability_assessment"]

  example "enabled is false" {
    flagged = <<-TF
      resource "azurerm_mssql_server_vulnerability_assessment" "shop" {
        server_security_alert_policy_id = "policy"
        storage_container_path          = "https://shop.blob.core.windows.net/scans/"

        recurring_scans {
          enabled = false
        }
      }
    TF
  }

  example "enabled is true" {
    accepted = <<-TF
      resource "azurerm_mssql_server_vulnerability_assessment" "shop" {
        server_security_alert_policy_id = "policy"
        storage_container_path          = "https://shop.blob.core.windows.net/scans/"

        recurring_scans {
          enabled = true
        }
      }
    TF
  }
}

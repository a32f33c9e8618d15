rule "azurerm-mssql-audit-monitor" {
  summary     = "Audit logs of the database go to no monitor"
  category    = "security"
  severity    = "low"
  tags        = ["logging"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_156"] }

  resource "azurerm_mssql_database_extended_auditing_policy" {
    require = self.log_monitoring_enabled != false
    message = "Nobody sees the log when it matters."

    fix {
      set    = { log_monitoring_enabled = true }
      safety = "unsafe"
    }
  }

  why  = "Logs in a monitor can be searched and raise alarms."
  help = "Remove log_monitoring_enabled = false."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/mssql_database_extended_auditing_policy"]

  example "log_monitoring_enabled is false" {
    flagged = <<-TF
      resource "azurerm_mssql_database_extended_auditing_policy" "shop" {
        database_id = "database"
        log_monitoring_enabled = false
      }
    TF
  }

  example "log_monitoring_enabled is true" {
    accepted = <<-TF
      resource "azurerm_mssql_database_extended_auditing_policy" "shop" {
        database_id = "database"
        log_monitoring_enabled = true
      }
    TF
  }
}

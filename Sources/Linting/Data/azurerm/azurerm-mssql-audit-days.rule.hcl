rule "azurerm-mssql-audit-days" {
  summary     = "Audit logs are kept less than 90 days"
  category    = "security"
  severity    = "low"
  tags        = ["logging"]
  packs       = ["strict"]
  equivalents = { trivy = ["AZU-0025"] }

  resource "azurerm_mssql_server_extended_auditing_policy" "azurerm_mssql_database_extended_auditing_policy" {
    require = self.retention_in_days == null || self.retention_in_days == 0 || self.retention_in_days >= 90
    message = "Logs are gone before they are missed."
  }

  why  = "Intruders are found after months."
  help = "Set retention_in_days to 90 or more, or to 0, which keeps them."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/mssql_server_extended_auditing_policy"]

  example "retention_in_days is 30" {
    flagged = <<-TF
      resource "azurerm_mssql_server_extended_auditing_policy" "shop" {
        storage_endpoint  = "https://shop.blob.core.windows.net/"
        retention_in_days = 30
      }
    TF
  }

  example "retention_in_days is 120" {
    accepted = <<-TF
      resource "azurerm_mssql_server_extended_auditing_policy" "shop" {
        storage_endpoint  = "https://shop.blob.core.windows.net/"
        retention_in_days = 120
      }
    TF
  }
}

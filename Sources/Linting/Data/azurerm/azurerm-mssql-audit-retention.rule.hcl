rule "azurerm-mssql-audit-retention" {
  summary     = "Audit logs of the SQL server are kept too short"
  category    = "security"
  severity    = "low"
  tags        = ["logging"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_24"] }

  resource "azurerm_mssql_server" "azurerm_sql_server" {
    require = any([for p in try(self.extended_auditing_policy, []) : p.retention_in_days >= 90]) || any([for p in related("azurerm_mssql_server_extended_auditing_policy", "server_id") : p.retention_in_days >= 90 || p.retention_in_days == 0])
    message = "Logs are gone before they are missed."
  }

  why  = "Intruders are found after months."
  help = "Set retention_in_days to 90 or more."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/mssql_server"]

  example "retention_in_days is 30" {
    flagged = <<-TF
      resource "azurerm_mssql_server" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
      }

      resource "azurerm_mssql_server_extended_auditing_policy" "shop" {
        server_id         = azurerm_mssql_server.shop.id
        retention_in_days = 30
      }
    TF
  }

  example "retention_in_days is 120" {
    accepted = <<-TF
      resource "azurerm_mssql_server" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
      }

      resource "azurerm_mssql_server_extended_auditing_policy" "shop" {
        server_id         = azurerm_mssql_server.shop.id
        retention_in_days = 120
      }
    TF
  }
}

rule "azurerm-mssql-alert-policy" {
  summary     = "Attacks on the SQL server raise no alarm"
  category    = "security"
  severity    = "low"
  tags        = ["logging"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV2_AZURE_2"] }

  resource "azurerm_mssql_server" "azurerm_sql_server" {
    require = any([for p in related("azurerm_mssql_server_security_alert_policy", "server_name") : p.state == "Enabled"])
    message = "Nothing looks for attacks."
  }

  why  = "Odd logins and queries are seen by the platform, if it may look."
  help = "Add azurerm_mssql_server_security_alert_policy."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/mssql_server"]

  example "without azurerm_mssql_server_security_alert_policy" {
    flagged = <<-TF
      resource "azurerm_mssql_server" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
      }
    TF
  }

  example "with azurerm_mssql_server_security_alert_policy" {
    accepted = <<-TF
      resource "azurerm_mssql_server" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
      }

      resource "azurerm_mssql_server_security_alert_policy" "shop" {
        resource_group_name = "shop"
        server_name         = azurerm_mssql_server.shop.name
        state               = "Enabled"
      }
    TF
  }
}

rule "azurerm-sql-alert-policy-off" {
  summary     = "The alarm policy of the SQL server is switched off"
  category    = "security"
  severity    = "low"
  tags        = ["logging"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV2_AZURE_13"] }

  resource "azurerm_sql_server" "azurerm_mssql_server" {
    require = !any([for p in related("azurerm_mssql_server_security_alert_policy", "server_name") : p.state != "Enabled"])
    message = "Nothing looks for attacks."
  }

  why  = "A policy that is there and off looks like protection."
  help = "Set state = \"Enabled\"."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/mssql_server"]

  example "state is Disabled" {
    flagged = <<-TF
      resource "azurerm_mssql_server" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
      }

      resource "azurerm_mssql_server_security_alert_policy" "shop" {
        resource_group_name = "shop"
        server_name         = azurerm_mssql_server.shop.name
        state               = "Disabled"
      }
    TF
  }

  example "state is Enabled" {
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

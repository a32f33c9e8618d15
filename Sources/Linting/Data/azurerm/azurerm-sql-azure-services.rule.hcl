rule "azurerm-sql-azure-services" {
  summary     = "Services of every customer may reach the SQL server"
  category    = "security"
  severity    = "medium"
  tags        = ["network"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV2_AZURE_6"] }

  resource "azurerm_sql_server" {
    require = !any([for r in related("azurerm_sql_firewall_rule", "server_name") : r.start_ip_address == "0.0.0.0" && r.end_ip_address == "0.0.0.0"])
    message = "A rule lets in services of all customers."
  }

  why  = "0.0.0.0 stands for all services of the platform, those of others too."
  help = "Name the ranges that need it."

  example "with azurerm_sql_firewall_rule" {
    flagged = <<-TF
      resource "azurerm_sql_server" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
      }

      resource "azurerm_sql_firewall_rule" "shop" {
        name                = "azure"
        resource_group_name = "shop"
        server_name         = azurerm_sql_server.shop.name
        start_ip_address    = "0.0.0.0"
        end_ip_address      = "0.0.0.0"
      }
    TF
  }

  example "without azurerm_sql_firewall_rule" {
    accepted = <<-TF
      resource "azurerm_sql_server" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
      }
    TF
  }
}

rule "azurerm-database-firewall-open" {
  summary  = "The database lets the whole internet in"
  category = "security"
  severity = "critical"
  tags     = ["network", "public"]

  resource "azurerm_mssql_firewall_rule" "azurerm_mysql_flexible_server_firewall_rule" "azurerm_postgresql_flexible_server_firewall_rule" "azurerm_postgresql_firewall_rule" "azurerm_mariadb_firewall_rule" "azurerm_mysql_firewall_rule" "azurerm_sql_firewall_rule" {
    require     = !(self.start_ip_address == "0.0.0.0" && contains(["255.255.255.255"], self.end_ip_address))
    message     = "The rule spans all addresses."
    equivalents = { trivy = ["AZU-0029"] }
  }

  resource "azurerm_mssql_firewall_rule" "azurerm_mysql_flexible_server_firewall_rule" "azurerm_postgresql_firewall_rule" "azurerm_mariadb_firewall_rule" "azurerm_mysql_firewall_rule" "azurerm_sql_firewall_rule" {
    require     = !(contains(["0.0.0.0", "0.0.0.0/0"], self.start_ip_address) && contains(["255.255.255.255"], self.end_ip_address))
    message     = "The rule spans all addresses."
    equivalents = { checkov = ["CKV_AZURE_11"] }
  }

  why  = "Only a password stands between the internet and the data."
  help = "Name the ranges that need it, or use a private endpoint."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/mssql_firewall_rule"]

  example "everybody" {
    flagged = <<-TF
      resource "azurerm_mssql_firewall_rule" "shop" {
        name             = "all"
        server_id        = "server"
        start_ip_address = "0.0.0.0"
        end_ip_address   = "255.255.255.255"
      }
    TF
  }

  example "one range" {
    accepted = <<-TF
      resource "azurerm_mssql_firewall_rule" "shop" {
        name             = "office"
        server_id        = "server"
        start_ip_address = "203.0.113.0"
        end_ip_address   = "203.0.113.255"
      }
    TF
  }
}

rule "azurerm-sql-firewall-azure-services" {
  summary     = "Services of every customer may reach the database"
  category    = "security"
  severity    = "medium"
  tags        = ["network"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV2_AZURE_34"] }

  resource "azurerm_mssql_firewall_rule" "azurerm_sql_firewall_rule" {
    require = !(self.start_ip_address == "0.0.0.0" && self.end_ip_address == "0.0.0.0")
    message = "The rule lets in services of all customers."
  }

  why  = "0.0.0.0 stands for all services of the platform, those of others too."
  help = "Name the ranges that need it, or use a private endpoint."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/mssql_firewall_rule"]

  example "as it should not be" {
    flagged = <<-TF
      resource "azurerm_mssql_firewall_rule" "shop" {
        server_id = "server"

        name             = "azure"
        start_ip_address = "0.0.0.0"
        end_ip_address   = "0.0.0.0"
      }
    TF
  }

  example "as it should be" {
    accepted = <<-TF
      resource "azurerm_mssql_firewall_rule" "shop" {
        server_id = "server"

        name             = "office"
        start_ip_address = "203.0.113.0"
        end_ip_address   = "203.0.113.255"
      }
    TF
  }
}

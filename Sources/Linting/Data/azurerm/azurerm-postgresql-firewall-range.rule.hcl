rule "azurerm-postgresql-firewall-range" {
  summary     = "A rule of the database begins or ends at the edge of all addresses"
  category    = "security"
  severity    = "medium"
  tags        = ["network"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV2_AZURE_26"] }

  resource "azurerm_postgresql_flexible_server_firewall_rule" {
    require = self.start_ip_address != "0.0.0.0" && self.end_ip_address != "255.255.255.255"
    message = "The rule lets in services of all customers, or the whole internet."
  }

  why  = "0.0.0.0 stands for all services of the platform, those of others too."
  help = "Name the ranges that need it."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/postgresql_flexible_server_firewall_rule"]

  example "as it should not be" {
    flagged = <<-TF
      resource "azurerm_postgresql_flexible_server_firewall_rule" "shop" {
        server_id = "server"

        name             = "azure"
        start_ip_address = "0.0.0.0"
        end_ip_address   = "0.0.0.0"
      }
    TF
  }

  example "as it should be" {
    accepted = <<-TF
      resource "azurerm_postgresql_flexible_server_firewall_rule" "shop" {
        server_id = "server"

        name             = "office"
        start_ip_address = "203.0.113.0"
        end_ip_address   = "203.0.113.255"
      }
    TF
  }
}

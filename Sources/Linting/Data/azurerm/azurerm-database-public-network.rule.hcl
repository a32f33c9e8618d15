rule "azurerm-database-public-network" {
  summary     = "The database server can be reached from the internet"
  category    = "security"
  severity    = "medium"
  tags        = ["network", "public"]
  packs       = ["strict"]
  equivalents = { trivy = ["AZU-0022"] }

  resource "azurerm_mysql_server" "azurerm_postgresql_server" "azurerm_mariadb_server" "azurerm_mssql_server" {
    require = self.public_network_access_enabled == false
    message = "Everybody may try a password."

    fix {
      set    = { public_network_access_enabled = false }
      safety = "unsafe"
    }
  }

  why  = "Only a password and a list of addresses stand between the internet and the data."
  help = "Set public_network_access_enabled = false and add a private endpoint."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/postgresql_server"]

  example "public" {
    flagged = <<-TF
      resource "azurerm_mssql_server" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
      }
    TF
  }

  example "private" {
    accepted = <<-TF
      resource "azurerm_mssql_server" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
        public_network_access_enabled = false
      }
    TF
  }
}

rule "azurerm-mariadb-public-network" {
  summary     = "The MariaDB server can be reached from the internet"
  category    = "security"
  severity    = "low"
  tags        = ["network", "public"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_48"] }

  resource "azurerm_mariadb_server" {
    require = self.public_network_access_enabled == false
    message = "Everybody may try to log in."

    fix {
      set    = { public_network_access_enabled = false }
      safety = "unsafe"
    }
  }

  why  = "The server's login is tried by scanners without end; one weak password, and the tables are gone."
  help = "Set public_network_access_enabled = false and add a private endpoint."

  example "public_network_access_enabled is true" {
    flagged = <<-TF
      resource "azurerm_mariadb_server" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
        public_network_access_enabled = true
      }
    TF
  }

  example "public_network_access_enabled is false" {
    accepted = <<-TF
      resource "azurerm_mariadb_server" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
        public_network_access_enabled = false
      }
    TF
  }
}

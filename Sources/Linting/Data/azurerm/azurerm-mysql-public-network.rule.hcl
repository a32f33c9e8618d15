rule "azurerm-mysql-public-network" {
  summary     = "The MySQL server can be reached from the internet"
  category    = "security"
  severity    = "low"
  tags        = ["network", "public"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_53"] }

  resource "azurerm_mysql_server" {
    require = self.public_network_access_enabled == false
    message = "Everybody may try to log in."

    fix {
      set    = { public_network_access_enabled = false }
      safety = "unsafe"
    }
  }

  why  = "MySQL's port is among the first that scanners try, with lists of passwords that were leaked elsewhere."
  help = "Set public_network_access_enabled = false and add a private endpoint."

  example "public_network_access_enabled is true" {
    flagged = <<-TF
      resource "azurerm_mysql_server" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
        public_network_access_enabled = true
      }
    TF
  }

  example "public_network_access_enabled is false" {
    accepted = <<-TF
      resource "azurerm_mysql_server" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
        public_network_access_enabled = false
      }
    TF
  }
}

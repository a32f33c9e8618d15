rule "azurerm-mariadb-ssl" {
  summary     = "The MariaDB server takes connections in clear"
  category    = "security"
  severity    = "medium"
  tags        = ["encryption"]
  equivalents = { checkov = ["CKV_AZURE_47"] }

  resource "azurerm_mariadb_server" {
    require = self.ssl_enforcement_enabled == true
    message = "Passwords and data may pass in clear."

    fix {
      set    = { ssl_enforcement_enabled = true }
      safety = "unsafe"
    }
  }

  why  = "Who listens in between reads passwords and data."
  help = "Set ssl_enforcement_enabled = true."

  example "without ssl_enforcement_enabled" {
    flagged = <<-TF
      resource "azurerm_mariadb_server" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
      }
    TF
  }

  example "ssl_enforcement_enabled is true" {
    accepted = <<-TF
      resource "azurerm_mariadb_server" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
        ssl_enforcement_enabled = true
      }
    TF
  }
}

rule "azurerm-postgresql-ssl" {
  summary     = "The PostgreSQL server takes connections in clear"
  category    = "security"
  severity    = "medium"
  tags        = ["encryption"]
  equivalents = { checkov = ["CKV_AZURE_29"], trivy = ["AZU-0020"] }

  resource "azurerm_postgresql_server" {
    require = self.ssl_enforcement_enabled == true
    message = "Passwords and data may pass in clear."

    fix {
      set    = { ssl_enforcement_enabled = true }
      safety = "unsafe"
    }
  }

  why  = "Who listens in between reads passwords and data."
  help = "Set ssl_enforcement_enabled = true."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/postgresql_server"]

  example "without ssl_enforcement_enabled" {
    flagged = <<-TF
      resource "azurerm_postgresql_server" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
      }
    TF
  }

  example "ssl_enforcement_enabled is true" {
    accepted = <<-TF
      resource "azurerm_postgresql_server" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
        ssl_enforcement_enabled = true
      }
    TF
  }
}

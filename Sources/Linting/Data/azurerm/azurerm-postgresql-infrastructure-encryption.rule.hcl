rule "azurerm-postgresql-infrastructure-encryption" {
  summary     = "The PostgreSQL server encrypts once"
  category    = "security"
  severity    = "info"
  tags        = ["encryption"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_130"] }

  resource "azurerm_postgresql_server" {
    require = self.infrastructure_encryption_enabled == true
    message = "One mistake in a key opens the data."

    fix {
      set    = { infrastructure_encryption_enabled = true }
      safety = "unsafe"
    }
  }

  why  = "A second layer with another key keeps data closed when the first fails."
  help = "Set infrastructure_encryption_enabled = true."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/postgresql_server"]

  example "without infrastructure_encryption_enabled" {
    flagged = <<-TF
      resource "azurerm_postgresql_server" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
      }
    TF
  }

  example "infrastructure_encryption_enabled is true" {
    accepted = <<-TF
      resource "azurerm_postgresql_server" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
        infrastructure_encryption_enabled = true
      }
    TF
  }
}

rule "azurerm-mysql-infrastructure-encryption" {
  summary     = "The MySQL server encrypts once"
  category    = "security"
  severity    = "info"
  tags        = ["encryption"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_96"] }

  resource "azurerm_mysql_server" {
    require = self.infrastructure_encryption_enabled == true
    message = "One mistake in a key opens the data."

    fix {
      set    = { infrastructure_encryption_enabled = true }
      safety = "unsafe"
    }
  }

  why  = "A second layer with another key keeps data closed when the first fails."
  help = "Set infrastructure_encryption_enabled = true."

  example "without infrastructure_encryption_enabled" {
    flagged = <<-TF
      resource "azurerm_mysql_server" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
      }
    TF
  }

  example "infrastructure_encryption_enabled is true" {
    accepted = <<-TF
      resource "azurerm_mysql_server" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
        infrastructure_encryption_enabled = true
      }
    TF
  }
}

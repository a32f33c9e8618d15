rule "azurerm-mysql-geo-backup" {
  summary     = "Backups of the MySQL server stay in its region"
  category    = "reliability"
  severity    = "low"
  tags        = ["backup"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_94"] }

  resource "azurerm_mysql_flexible_server" "azurerm_mysql_server" {
    require = self.geo_redundant_backup_enabled == true
    message = "When the region fails, the backups fail with it."

    fix {
      set    = { geo_redundant_backup_enabled = true }
      safety = "unsafe"
    }
  }

  why  = "Backups in another region are what is left when a region fails."
  help = "Set geo_redundant_backup_enabled = true."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/mysql_flexible_server"]

  example "without geo_redundant_backup_enabled" {
    flagged = <<-TF
      resource "azurerm_mysql_flexible_server" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
      }
    TF
  }

  example "geo_redundant_backup_enabled is true" {
    accepted = <<-TF
      resource "azurerm_mysql_flexible_server" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
        geo_redundant_backup_enabled = true
      }
    TF
  }
}

rule "azurerm-mariadb-geo-backup" {
  summary     = "Backups of the MariaDB server stay in its region"
  category    = "reliability"
  severity    = "low"
  tags        = ["backup"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_129"] }

  resource "azurerm_mariadb_server" {
    require = self.geo_redundant_backup_enabled == true
    message = "When the region fails, the backups fail with it."

    fix {
      set    = { geo_redundant_backup_enabled = true }
      safety = "unsafe"
    }
  }

  why  = "Backups in another region are what is left when a region fails."
  help = "Set geo_redundant_backup_enabled = true."

  example "without geo_redundant_backup_enabled" {
    flagged = <<-TF
      resource "azurerm_mariadb_server" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
      }
    TF
  }

  example "geo_redundant_backup_enabled is true" {
    accepted = <<-TF
      resource "azurerm_mariadb_server" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
        geo_redundant_backup_enabled = true
      }
    TF
  }
}

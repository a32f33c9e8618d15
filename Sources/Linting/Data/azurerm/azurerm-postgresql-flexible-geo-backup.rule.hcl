rule "azurerm-postgresql-flexible-geo-backup" {
  summary     = "Backups of the PostgreSQL server stay in its region"
  category    = "reliability"
  severity    = "low"
  tags        = ["backup"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_136"] }

  resource "azurerm_postgresql_flexible_server" {
    where   = self.create_mode != "Replica"
    require = self.geo_redundant_backup_enabled == true
    message = "When the region fails, the backups fail with it."

    fix {
      set    = { geo_redundant_backup_enabled = true }
      safety = "unsafe"
    }
  }

  why  = "Backups in another region are what is left when a region fails."
  help = "Set geo_redundant_backup_enabled = true."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/postgresql_flexible_server"]

  example "without geo_redundant_backup_enabled" {
    flagged = <<-TF
      resource "azurerm_postgresql_flexible_server" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
      }
    TF
  }

  example "geo_redundant_backup_enabled is true" {
    accepted = <<-TF
      resource "azurerm_postgresql_flexible_server" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
        geo_redundant_backup_enabled = true
      }
    TF
  }
}

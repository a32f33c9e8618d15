rule "azurerm-kusto-disk-encryption" {
  summary     = "Disks of the cluster are in clear"
  category    = "security"
  severity    = "low"
  tags        = ["encryption"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_74"] }

  resource "azurerm_kusto_cluster" {
    require = try(self.disk_encryption_enabled, null) == true || try(self.enable_disk_encryption, null) == true
    message = "Disks of the cluster are not encrypted."
  }

  why  = "What the cluster caches lies on its disks."
  help = "Set disk_encryption_enabled = true."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/kusto_cluster"]

  example "without disk_encryption_enabled" {
    flagged = <<-TF
      resource "azurerm_kusto_cluster" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
      }
    TF
  }

  example "disk_encryption_enabled is true" {
    accepted = <<-TF
      resource "azurerm_kusto_cluster" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
        disk_encryption_enabled = true
      }
    TF
  }
}

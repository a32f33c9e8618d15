rule "azurerm-managed-disk-cmk" {
  summary     = "The disk is encrypted with a key of the provider"
  category    = "security"
  severity    = "low"
  tags        = ["encryption"]
  packs       = ["cmk"]
  equivalents = { checkov = ["CKV_AZURE_93"] }

  resource "azurerm_managed_disk" {
    require = self.disk_encryption_set_id != null
    message = "No key of your own protects the data."
  }

  why  = "Snapshots of a disk are copied across subscriptions; each copy needs the key, and so can be cut off with it."
  help = "Name a key of your key vault."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/managed_disk"]

  example "without disk_encryption_set_id" {
    flagged = <<-TF
      resource "azurerm_managed_disk" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
      }
    TF
  }

  example "disk_encryption_set_id is set" {
    accepted = <<-TF
      resource "azurerm_managed_disk" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
        disk_encryption_set_id = "set"
      }
    TF
  }
}

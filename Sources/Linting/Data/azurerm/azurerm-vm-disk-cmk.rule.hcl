rule "azurerm-vm-disk-cmk" {
  summary     = "A disk of the machine is encrypted with a key of the provider"
  category    = "security"
  severity    = "low"
  tags        = ["encryption"]
  packs       = ["cmk"]
  equivalents = { checkov = ["CKV2_AZURE_14"] }

  resource "azurerm_virtual_machine" {
    require = all([for d in referred("azurerm_managed_disk", concat([for s in self.storage_data_disk : s.managed_disk_id], [for s in self.storage_os_disk : s.managed_disk_id])) : d.disk_encryption_set_id != null || any([for e in d.encryption_settings : try(e.enabled, null) != false])])
    message = "No key of your own protects a disk of the machine."
  }

  why  = "With a key of your own, access to the disk can be logged, limited and ended by the key alone."
  help = "Set disk_encryption_set_id for the disk."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/virtual_machine"]

  example "the provider's" {
    flagged = <<-TF
      resource "azurerm_managed_disk" "data" {
        name                 = "data"
        resource_group_name  = "shop"
        location             = "westeurope"
        storage_account_type = "Premium_LRS"
        create_option        = "Empty"
      }

      resource "azurerm_virtual_machine" "web" {
        name                = "web"
        resource_group_name = "shop"
        location            = "westeurope"

        storage_data_disk {
          name            = "data"
          create_option   = "Attach"
          lun             = 0
          managed_disk_id = azurerm_managed_disk.data.id
        }
      }
    TF
  }

  example "one's own" {
    accepted = <<-TF
      resource "azurerm_managed_disk" "data" {
        name                   = "data"
        resource_group_name    = "shop"
        location               = "westeurope"
        storage_account_type   = "Premium_LRS"
        create_option          = "Empty"
        disk_encryption_set_id = "set"
      }

      resource "azurerm_virtual_machine" "web" {
        name                = "web"
        resource_group_name = "shop"
        location            = "westeurope"

        storage_data_disk {
          name            = "data"
          create_option   = "Attach"
          lun             = 0
          managed_disk_id = azurerm_managed_disk.data.id
        }
      }
    TF
  }
}

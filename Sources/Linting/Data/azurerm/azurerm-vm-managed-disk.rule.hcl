rule "azurerm-vm-managed-disk" {
  summary  = "The machine's disk is a file in a storage account"
  category = "reliability"
  severity = "low"
  packs    = ["strict"]

  resource "azurerm_linux_virtual_machine" "azurerm_windows_virtual_machine" {
    require     = !any([for d in self.os_disk : try(d.vhd_uri, null) != null]) && !any([for d in try(self.storage_os_disk, []) : d.vhd_uri != null])
    message     = "The disk is not a managed one."
    equivalents = { checkov = ["CKV_AZURE_92"] }
  }

  resource "azurerm_virtual_machine" {
    require     = any([for d in self.storage_os_disk : d.managed_disk_type != null && d.vhd_uri == null])
    message     = "The disk is not a managed one."
    equivalents = { checkov = ["CKV2_AZURE_9"] }
  }

  why  = "Files as disks share the limits of their account, and have no encryption sets or snapshots."
  help = "Use managed disks."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/linux_virtual_machine"]

  example "a file" {
    flagged = <<-TF
      resource "azurerm_virtual_machine" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"

        storage_os_disk {
          name          = "os"
          create_option = "FromImage"
          vhd_uri       = "https://shop.blob.core.windows.net/vhds/os.vhd"
        }
      }
    TF
  }

  example "managed" {
    accepted = <<-TF
      resource "azurerm_virtual_machine" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"

        storage_os_disk {
          name              = "os"
          create_option     = "FromImage"
          managed_disk_type = "Premium_LRS"
        }
      }
    TF
  }
}

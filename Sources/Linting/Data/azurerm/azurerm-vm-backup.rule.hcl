rule "azurerm-vm-backup" {
  summary     = "The machine has no backups"
  category    = "reliability"
  severity    = "low"
  tags        = ["backup"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV2_AZURE_12"] }

  resource "azurerm_virtual_machine" {
    require = length(related("azurerm_backup_protected_vm", "source_vm_id")) > 0
    message = "Nothing backs the machine up."
  }

  why  = "What is on its disks is gone with them."
  help = "Add azurerm_backup_protected_vm."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/virtual_machine"]

  example "none" {
    flagged = <<-TF
      resource "azurerm_virtual_machine" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
      }
    TF
  }

  example "daily" {
    accepted = <<-TF
      resource "azurerm_virtual_machine" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
      }

      resource "azurerm_backup_protected_vm" "shop" {
        resource_group_name = "shop"
        recovery_vault_name = "vault"
        source_vm_id        = azurerm_virtual_machine.shop.id
        backup_policy_id    = "daily"
      }
    TF
  }
}

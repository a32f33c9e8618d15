rule "azurerm-windows-vm-host-encryption" {
  summary     = "Caches and temporary disks of the machine are in clear"
  category    = "security"
  severity    = "low"
  tags        = ["encryption"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_151"] }

  resource "azurerm_windows_virtual_machine" {
    require = self.encryption_at_host_enabled == true
    message = "Data at the host is not encrypted."

    fix {
      set    = { encryption_at_host_enabled = true }
      safety = "unsafe"
    }
  }

  why  = "What a machine caches lies on the host's disks."
  help = "Set encryption_at_host_enabled = true."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/windows_virtual_machine"]

  example "without encryption_at_host_enabled" {
    flagged = <<-TF
      resource "azurerm_windows_virtual_machine" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
      }
    TF
  }

  example "encryption_at_host_enabled is true" {
    accepted = <<-TF
      resource "azurerm_windows_virtual_machine" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
        encryption_at_host_enabled = true
      }
    TF
  }
}

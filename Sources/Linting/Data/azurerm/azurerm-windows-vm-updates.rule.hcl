rule "azurerm-windows-vm-updates" {
  summary     = "The machine does not update itself"
  category    = "security"
  severity    = "low"
  tags        = ["upgrade"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_177"] }

  resource "azurerm_windows_virtual_machine" "azurerm_windows_virtual_machine_scale_set" {
    require = try(self.enable_automatic_updates, null) != false && try(self.automatic_updates_enabled, null) != false
    message = "Automatic updates are switched off."
  }

  why  = "Known holes stay until somebody thinks of them."
  help = "Remove enable_automatic_updates = false."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/windows_virtual_machine"]

  example "enable_automatic_updates is false" {
    flagged = <<-TF
      resource "azurerm_windows_virtual_machine" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
        enable_automatic_updates = false
      }
    TF
  }

  example "enable_automatic_updates is true" {
    accepted = <<-TF
      resource "azurerm_windows_virtual_machine" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
        enable_automatic_updates = true
      }
    TF
  }
}

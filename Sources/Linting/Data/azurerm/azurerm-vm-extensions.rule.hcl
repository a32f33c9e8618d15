rule "azurerm-vm-extensions" {
  summary     = "Extensions may be added to the machine"
  category    = "security"
  severity    = "low"
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_50"] }

  resource "azurerm_linux_virtual_machine" "azurerm_windows_virtual_machine" {
    require = self.allow_extension_operations == false
    message = "Who may change the machine in the portal runs programs in it."

    fix {
      set    = { allow_extension_operations = false }
      safety = "unsafe"
    }
  }

  why  = "An extension runs any program as root: rights over the machine become rights in it."
  help = "Set allow_extension_operations = false where no extension is needed."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/linux_virtual_machine"]

  example "without allow_extension_operations" {
    flagged = <<-TF
      resource "azurerm_linux_virtual_machine" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
      }
    TF
  }

  example "allow_extension_operations is false" {
    accepted = <<-TF
      resource "azurerm_linux_virtual_machine" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
        allow_extension_operations = false
      }
    TF
  }
}

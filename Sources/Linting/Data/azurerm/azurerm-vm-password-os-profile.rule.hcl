rule "azurerm-vm-password-os-profile" {
  summary     = "The machine takes passwords over SSH"
  category    = "security"
  severity    = "medium"
  tags        = ["iam"]
  equivalents = { checkov = ["CKV_AZURE_1"] }
  covered_by  = ["azurerm-vm-password"]

  resource "azurerm_linux_virtual_machine" {
    require = self.disable_password_authentication != false
    message = "Passwords open the machine."
  }

  resource "azurerm_virtual_machine" {
    require = !any([for c in self.os_profile_linux_config : c.disable_password_authentication == false])
    message = "Passwords open the machine."
  }

  why  = "Passwords are tried by the thousand as soon as the port is open."
  help = "Set disable_password_authentication = true, and use keys."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/linux_virtual_machine"]

  example "passwords" {
    flagged = <<-TF
      resource "azurerm_virtual_machine" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"

        os_profile_linux_config {
          disable_password_authentication = false
        }
      }
    TF
  }

  example "keys" {
    accepted = <<-TF
      resource "azurerm_virtual_machine" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"

        os_profile_linux_config {
          disable_password_authentication = true
        }
      }
    TF
  }
}

rule "azurerm-vm-password" {
  summary     = "The machine takes passwords over SSH"
  category    = "security"
  severity    = "medium"
  tags        = ["iam"]
  equivalents = { checkov = ["CKV_AZURE_149", "CKV_AZURE_49"] }

  resource "azurerm_linux_virtual_machine" "azurerm_linux_virtual_machine_scale_set" {
    require = self.disable_password_authentication != false
    message = "Passwords open the machine."
  }

  why  = "Passwords are tried by the thousand as soon as the port is open."
  help = "Remove disable_password_authentication = false, and use keys."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/linux_virtual_machine"]

  example "as it should not be" {
    flagged = <<-TF
      resource "azurerm_linux_virtual_machine" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
        disable_password_authentication = false
      }
    TF
  }

  example "as it should be" {
    accepted = <<-TF
      resource "azurerm_linux_virtual_machine" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"

        admin_ssh_key {
          username   = "admin"
          public_key = "ssh-ed25519 AAAA"
        }
      }
    TF
  }
}

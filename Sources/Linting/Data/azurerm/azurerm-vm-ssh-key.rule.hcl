rule "azurerm-vm-ssh-key" {
  summary     = "The machine has no SSH key"
  category    = "security"
  severity    = "low"
  tags        = ["iam"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_178"] }

  resource "azurerm_linux_virtual_machine" "azurerm_linux_virtual_machine_scale_set" {
    require = any([for k in self.admin_ssh_key : k.public_key != null])
    message = "Only a password opens the machine."
  }

  why  = "A machine without a key is opened by a password."
  help = "Add admin_ssh_key."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/linux_virtual_machine"]

  example "without admin_ssh_key" {
    flagged = <<-TF
      resource "azurerm_linux_virtual_machine" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
      }
    TF
  }

  example "with admin_ssh_key" {
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

rule "azurerm-vm-agent" {
  summary     = "The machine has no agent"
  category    = "reliability"
  severity    = "low"
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_179"] }

  resource "azurerm_linux_virtual_machine" "azurerm_linux_virtual_machine_scale_set" "azurerm_windows_virtual_machine" "azurerm_windows_virtual_machine_scale_set" {
    require = self.provision_vm_agent != false
    message = "The platform cannot reach into the machine."

    fix {
      set    = { provision_vm_agent = true }
      safety = "unsafe"
    }
  }

  why  = "Without the agent there are no extensions, no updates and no recovery of passwords."
  help = "Remove provision_vm_agent = false."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/linux_virtual_machine"]

  example "provision_vm_agent is false" {
    flagged = <<-TF
      resource "azurerm_linux_virtual_machine" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
        provision_vm_agent = false
      }
    TF
  }

  example "provision_vm_agent is true" {
    accepted = <<-TF
      resource "azurerm_linux_virtual_machine" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
        provision_vm_agent = true
      }
    TF
  }
}

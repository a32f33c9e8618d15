rule "azurerm-scale-set-os-upgrade" {
  summary     = "Machines of the scale set keep their old image"
  category    = "security"
  severity    = "low"
  tags        = ["upgrade"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_95"] }

  resource "azurerm_virtual_machine_scale_set" {
    require = self.automatic_os_upgrade == true && any([for c in self.os_profile_windows_config : c.enable_automatic_upgrades == true])
    message = "New images do not reach the machines."
  }

  why  = "Known holes stay until somebody thinks of them."
  help = "Set automatic_os_upgrade = true."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/virtual_machine_scale_set"]

  example "as it should not be" {
    flagged = <<-TF
      resource "azurerm_virtual_machine_scale_set" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
        automatic_os_upgrade = false
      }
    TF
  }

  example "as it should be" {
    accepted = <<-TF
      resource "azurerm_virtual_machine_scale_set" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"

        automatic_os_upgrade = true

        os_profile_windows_config {
          enable_automatic_upgrades = true
        }
      }
    TF
  }
}

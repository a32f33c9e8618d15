rule "azurerm-synapse-network" {
  summary     = "The workspace stands outside of a managed network"
  category    = "security"
  severity    = "low"
  tags        = ["network"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_58"], trivy = ["AZU-0034"] }

  resource "azurerm_synapse_workspace" {
    require = self.managed_virtual_network_enabled == true
    message = "Jobs reach, and are reached over, public addresses."

    fix {
      set    = { managed_virtual_network_enabled = true }
      safety = "unsafe"
    }
  }

  why  = "A managed network keeps jobs apart and lets them use private endpoints."
  help = "Set managed_virtual_network_enabled = true."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/synapse_workspace"]

  example "without managed_virtual_network_enabled" {
    flagged = <<-TF
      resource "azurerm_synapse_workspace" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
      }
    TF
  }

  example "managed_virtual_network_enabled is true" {
    accepted = <<-TF
      resource "azurerm_synapse_workspace" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
        managed_virtual_network_enabled = true
      }
    TF
  }
}

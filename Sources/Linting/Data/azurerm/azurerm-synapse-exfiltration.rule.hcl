rule "azurerm-synapse-exfiltration" {
  summary     = "Data may leave the workspace to any account"
  category    = "security"
  severity    = "low"
  tags        = ["network"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_157"] }

  resource "azurerm_synapse_workspace" {
    require = self.data_exfiltration_protection_enabled == true
    message = "Queries may write to accounts of others."

    fix {
      set    = { data_exfiltration_protection_enabled = true }
      safety = "unsafe"
    }
  }

  why  = "An insider or a stolen login copies data out."
  help = "Set data_exfiltration_protection_enabled = true."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/synapse_workspace"]

  example "without data_exfiltration_protection_enabled" {
    flagged = <<-TF
      resource "azurerm_synapse_workspace" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
      }
    TF
  }

  example "data_exfiltration_protection_enabled is true" {
    accepted = <<-TF
      resource "azurerm_synapse_workspace" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
        data_exfiltration_protection_enabled = true
      }
    TF
  }
}

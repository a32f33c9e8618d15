rule "azurerm-synapse-audit" {
  summary     = "The workspace keeps no audit log"
  category    = "security"
  severity    = "low"
  tags        = ["logging"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV2_AZURE_53"] }

  resource "azurerm_synapse_workspace" {
    require = length(related("azurerm_synapse_workspace_extended_auditing_policy", "synapse_workspace_id")) > 0
    message = "Who did what cannot be told."
  }

  why  = "After an incident the audit log says who read what."
  help = "Add azurerm_synapse_workspace_extended_auditing_policy."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/synapse_workspace"]

  example "without azurerm_synapse_workspace_extended_auditing_policy" {
    flagged = <<-TF
      resource "azurerm_synapse_workspace" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
      }
    TF
  }

  example "with azurerm_synapse_workspace_extended_auditing_policy" {
    accepted = <<-TF
      resource "azurerm_synapse_workspace" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
      }

      resource "azurerm_synapse_workspace_extended_auditing_policy" "shop" {
        synapse_workspace_id = azurerm_synapse_workspace.shop.id
      }
    TF
  }
}

rule "azurerm-synapse-firewall" {
  summary     = "The workspace lets addresses of the internet in"
  category    = "security"
  severity    = "low"
  tags        = ["network"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV2_AZURE_19"] }

  resource "azurerm_synapse_workspace" {
    require = length(related("azurerm_synapse_firewall_rule", "synapse_workspace_id")) == 0
    message = "A firewall rule opens the workspace."
  }

  why  = "Addresses are borrowed and reassigned; private endpoints are not."
  help = "Remove the rules and use private endpoints."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/synapse_workspace"]

  example "with azurerm_synapse_firewall_rule" {
    flagged = <<-TF
      resource "azurerm_synapse_workspace" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
      }

      resource "azurerm_synapse_firewall_rule" "shop" {
        name                 = "all"
        synapse_workspace_id = azurerm_synapse_workspace.shop.id
        start_ip_address     = "0.0.0.0"
        end_ip_address       = "255.255.255.255"
      }
    TF
  }

  example "without azurerm_synapse_firewall_rule" {
    accepted = <<-TF
      resource "azurerm_synapse_workspace" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
      }
    TF
  }
}

rule "azurerm-firewall-policy" {
  summary     = "The firewall has no policy"
  category    = "security"
  severity    = "info"
  tags        = ["network"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_219"] }

  resource "azurerm_firewall" {
    require = self.firewall_policy_id != null
    message = "Rules are spread over firewalls."
  }

  why  = "A policy holds the rules of all firewalls in one place."
  help = "Set firewall_policy_id."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/firewall"]

  example "without firewall_policy_id" {
    flagged = <<-TF
      resource "azurerm_firewall" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
      }
    TF
  }

  example "firewall_policy_id is policy" {
    accepted = <<-TF
      resource "azurerm_firewall" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
        firewall_policy_id = "policy"
      }
    TF
  }
}

rule "azurerm-front-door-waf-mode" {
  summary     = "The firewall of the front door is off or only watches"
  category    = "security"
  severity    = "low"
  tags        = ["waf"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_123"] }

  resource "azurerm_frontdoor_firewall_policy" "azurerm_cdn_frontdoor_firewall_policy" {
    require = self.enabled != false && self.mode != "Detection"
    message = "Attacks are noted, not stopped."
  }

  why  = "In detection mode known attacks still reach the program."
  help = "Set mode = \"Prevention\"."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/frontdoor_firewall_policy"]

  example "as it should not be" {
    flagged = <<-TF
      resource "azurerm_frontdoor_firewall_policy" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        mode = "Detection"
      }
    TF
  }

  example "as it should be" {
    accepted = <<-TF
      resource "azurerm_frontdoor_firewall_policy" "shop" {
        name                = "shop"
        resource_group_name = "shop"

        enabled = true
        mode    = "Prevention"
      }
    TF
  }
}

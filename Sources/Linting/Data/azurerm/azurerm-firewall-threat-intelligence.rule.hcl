rule "azurerm-firewall-threat-intelligence" {
  summary     = "The firewall lets known bad addresses through"
  category    = "security"
  severity    = "low"
  tags        = ["network"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_216"] }

  resource "azurerm_firewall" {
    require = self.threat_intel_mode == "Deny"
    message = "Traffic with known bad addresses is only noted, or not looked at."

    fix {
      set    = { threat_intel_mode = "Deny" }
      safety = "unsafe"
    }
  }

  why  = "Addresses of known attackers are in the list for a reason."
  help = "Set threat_intel_mode = \"Deny\"."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/firewall"]

  example "threat_intel_mode is Alert" {
    flagged = <<-TF
      resource "azurerm_firewall" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
        threat_intel_mode = "Alert"
      }
    TF
  }

  example "threat_intel_mode is Deny" {
    accepted = <<-TF
      resource "azurerm_firewall" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
        threat_intel_mode = "Deny"
      }
    TF
  }
}

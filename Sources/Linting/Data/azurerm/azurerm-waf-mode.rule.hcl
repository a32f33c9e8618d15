rule "azurerm-waf-mode" {
  summary     = "The web application firewall is off or only watches"
  category    = "security"
  severity    = "low"
  tags        = ["waf"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_122"] }

  resource "azurerm_web_application_firewall_policy" {
    require = !any([for s in self.policy_settings : s.enabled == false || s.mode == "Detection"])
    message = "Attacks are noted, not stopped."
  }

  why  = "In detection mode known attacks still reach the program."
  help = "Set mode = \"Prevention\" in policy_settings."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/web_application_firewall_policy"]

  example "as it should not be" {
    flagged = <<-TF
      resource "azurerm_web_application_firewall_policy" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"

        policy_settings {
          mode = "Detection"
        }
      }
    TF
  }

  example "as it should be" {
    accepted = <<-TF
      resource "azurerm_web_application_firewall_policy" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"

        policy_settings {
          enabled = true
          mode    = "Prevention"
        }
      }
    TF
  }
}

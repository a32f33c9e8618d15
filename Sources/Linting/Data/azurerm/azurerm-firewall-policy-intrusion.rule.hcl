rule "azurerm-firewall-policy-intrusion" {
  summary     = "The policy does not stop intrusions"
  category    = "security"
  severity    = "low"
  tags        = ["network"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_220"] }

  resource "azurerm_firewall_policy" {
    require = any([for d in self.intrusion_detection : d.mode == "Deny"])
    message = "Known attacks are not stopped."
  }

  why  = "Intrusion detection in the mode Deny stops known attacks in traffic."
  help = "Add intrusion_detection { mode = \"Deny\" }."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/firewall_policy"]

  example "mode is Alert" {
    flagged = <<-TF
      resource "azurerm_firewall_policy" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"

        intrusion_detection {
          mode = "Alert"
        }
      }
    TF
  }

  example "mode is Deny" {
    accepted = <<-TF
      resource "azurerm_firewall_policy" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"

        intrusion_detection {
          mode = "Deny"
        }
      }
    TF
  }
}

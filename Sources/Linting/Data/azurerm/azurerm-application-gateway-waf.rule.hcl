rule "azurerm-application-gateway-waf" {
  summary     = "The application gateway has no web application firewall"
  category    = "security"
  severity    = "low"
  tags        = ["waf"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_120"] }

  resource "azurerm_application_gateway" {
    require = any([for w in self.waf_configuration : w.enabled == true]) || self.firewall_policy_id != null
    message = "Attacks that everybody knows reach the program."
  }

  why  = "Rules for known attacks gain time until the program is mended."
  help = "Add a firewall policy."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/application_gateway"]

  example "without waf_configuration" {
    flagged = <<-TF
      resource "azurerm_application_gateway" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
      }
    TF
  }

  example "with waf_configuration" {
    accepted = <<-TF
      resource "azurerm_application_gateway" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"

        waf_configuration {
          enabled          = true
          firewall_mode    = "Prevention"
          rule_set_version = "3.2"
        }
      }
    TF
  }
}

rule "azurerm-front-door-waf" {
  summary     = "The front door has no web application firewall"
  category    = "security"
  severity    = "low"
  tags        = ["waf"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_121"] }

  resource "azurerm_frontdoor" {
    require = any([for e in self.frontend_endpoint : e.web_application_firewall_policy_link_id != null])
    message = "Attacks that everybody knows reach the program."
  }

  why  = "Rules for known attacks gain time until the program is mended."
  help = "Set web_application_firewall_policy_link_id for each endpoint."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/frontdoor"]

  example "without web_application_firewall_policy_link_id" {
    flagged = <<-TF
      resource "azurerm_frontdoor" "shop" {
        name                = "shop"
        resource_group_name = "shop"

        frontend_endpoint {
          name      = "web"
          host_name = "shop.example.com"
        }
      }
    TF
  }

  example "web_application_firewall_policy_link_id is waf" {
    accepted = <<-TF
      resource "azurerm_frontdoor" "shop" {
        name                = "shop"
        resource_group_name = "shop"

        frontend_endpoint {
          name                                    = "web"
          host_name                               = "shop.example.com"
          web_application_firewall_policy_link_id = "waf"
        }
      }
    TF
  }
}

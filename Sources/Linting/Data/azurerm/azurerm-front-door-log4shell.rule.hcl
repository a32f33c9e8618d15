rule "azurerm-front-door-log4shell" {
  summary     = "The firewall of the front door lets Log4Shell through"
  category    = "security"
  severity    = "low"
  tags        = ["waf"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_133"] }

  resource "azurerm_frontdoor_firewall_policy" {
    require = any([for r in self.managed_rule : contains(["Microsoft_DefaultRuleSet", "DefaultRuleSet"], r.type) && !any([for o in r.override : o.rule_group_name == "JAVA" && any([for x in o.rule : x.rule_id == "944240" && (x.enabled != true || !contains(["Block", "Redirect"], x.action))])])])
    message = "No managed rule stops known attacks on Log4j."
  }

  why  = "Requests that name a JNDI lookup run code in programs that log with old versions of Log4j."
  help = "Add managed_rule of type Microsoft_DefaultRuleSet, and leave rule 944240 on."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/frontdoor_firewall_policy"]

  example "without managed_rule" {
    flagged = <<-TF
      resource "azurerm_frontdoor_firewall_policy" "shop" {
        name                = "shop"
        resource_group_name = "shop"
      }
    TF
  }

  example "with managed_rule" {
    accepted = <<-TF
      resource "azurerm_frontdoor_firewall_policy" "shop" {
        name                = "shop"
        resource_group_name = "shop"

        managed_rule {
          type    = "Microsoft_DefaultRuleSet"
          version = "1.1"
        }
      }
    TF
  }
}

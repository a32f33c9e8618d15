rule "azurerm-waf-log4shell" {
  summary     = "The web application firewall lets Log4Shell through"
  category    = "security"
  severity    = "low"
  tags        = ["waf"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_135"] }

  resource "azurerm_web_application_firewall_policy" {
    require = any([for m in self.managed_rules : any([for s in m.managed_rule_set : contains(["3.1", "3.2"], s.version) && !any([for o in s.rule_group_override : o.rule_group_name == "REQUEST-944-APPLICATION-ATTACK-JAVA" && (any([for d in coalesce(o.disabled_rules, []) : d == "944240"]) || any([for x in o.rule : x.id == "944240" && x.enabled == false]))])])])
    message = "No managed rule stops known attacks on Log4j."
  }

  why  = "Requests that name a JNDI lookup run code in programs that log with old versions of Log4j."
  help = "Use the rule set OWASP 3.2, and leave rule 944240 on."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/web_application_firewall_policy"]

  example "version is 2.2.9" {
    flagged = <<-TF
      resource "azurerm_web_application_firewall_policy" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"

        managed_rules {
          managed_rule_set {
            version = "2.2.9"
          }
        }
      }
    TF
  }

  example "version is 3.2" {
    accepted = <<-TF
      resource "azurerm_web_application_firewall_policy" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"

        managed_rules {
          managed_rule_set {
            version = "3.2"
          }
        }
      }
    TF
  }
}

rule "google-armor-log4shell" {
  summary     = "The web application firewall lets Log4Shell through"
  category    = "security"
  severity    = "low"
  tags        = ["waf"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_GCP_73"] }

  resource "google_compute_security_policy" {
    require = any([for r in self.rule : r.action != "allow" && r.preview != true && any([for m in r.match : any([for e in m.expr : strcontains(e.expression, "cve-canary")])])]) || any([for r in related("google_compute_security_policy_rule", "security_policy") : r.action != "allow" && r.preview != true && any([for m in r.match : any([for e in m.expr : strcontains(e.expression, "cve-canary")])])])
    message = "No rule of the policy stops known attacks on Log4j."
  }

  why  = "Requests that name a JNDI lookup run code in programs that log with old versions of Log4j."
  help = "Add a rule with evaluatePreconfiguredExpr('cve-canary') that denies."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_security_policy"]

  example "action is allow" {
    flagged = <<-TF
      resource "google_compute_security_policy" "this" {
        name = "edge"

        rule {
          action   = "allow"
          priority = 1

          match {
            expr {
              expression = "evaluatePreconfiguredExpr('cve-canary')"
            }
          }
        }
      }
    TF
  }

  example "action is deny(403)" {
    accepted = <<-TF
      resource "google_compute_security_policy" "this" {
        name = "edge"

        rule {
          action   = "deny(403)"
          priority = 1

          match {
            expr {
              expression = "evaluatePreconfiguredExpr('cve-canary')"
            }
          }
        }
      }
    TF
  }
}

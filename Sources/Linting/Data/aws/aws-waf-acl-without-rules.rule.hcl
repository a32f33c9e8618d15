rule "aws-waf-acl-without-rules" {
  summary     = "The web ACL has no rules"
  category    = "security"
  severity    = "low"
  packs       = ["strict"]
  tags        = ["network"]
  equivalents = { checkov = ["CKV_AWS_175"] }

  resource "aws_wafv2_web_acl" {
    require = any([for r in self.rule : r.name != null]) || self.rule_json != null
    at      = self
    message = "The web ACL passes every request on: it has no rules."
  }

  resource "aws_wafregional_web_acl" {
    require = any([for r in self.rule : r.rule_id != null])
    at      = self
    message = "The web ACL passes every request on: it has no rules."
  }

  resource "aws_waf_web_acl" {
    require = any([for r in self.rules : r.rule_id != null])
    at      = self
    message = "The web ACL passes every request on: it has no rules."
  }

  why  = "An empty ACL looks like protection in the console and stops nothing."
  help = "Add rules, for a start the managed groups AWSManagedRulesCommonRuleSet and AWSManagedRulesKnownBadInputsRuleSet."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/wafv2_web_acl"]

  example "without rule" {
    flagged = <<-TF
      resource "aws_wafv2_web_acl" "web" {
        name  = "web"
        scope = "REGIONAL"

        default_action {
          allow {}
        }

        visibility_config {
          cloudwatch_metrics_enabled = true
          metric_name                = "web"
          sampled_requests_enabled   = true
        }
      }
    TF
  }

  example "with rule" {
    accepted = <<-TF
      resource "aws_wafv2_web_acl" "web" {
        name  = "web"
        scope = "REGIONAL"

        default_action {
          allow {}
        }

        visibility_config {
          cloudwatch_metrics_enabled = true
          metric_name                = "web"
          sampled_requests_enabled   = true
        }

        rule {
          name     = "bad-inputs"
          priority = 1

          override_action {
            none {}
          }

          statement {
            managed_rule_group_statement {
              name        = "AWSManagedRulesKnownBadInputsRuleSet"
              vendor_name = "AWS"
            }
          }

          visibility_config {
            cloudwatch_metrics_enabled = true
            metric_name                = "bad-inputs"
            sampled_requests_enabled   = true
          }
        }
      }
    TF
  }
}

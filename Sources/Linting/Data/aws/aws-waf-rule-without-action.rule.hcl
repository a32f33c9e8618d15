rule "aws-waf-rule-without-action" {
  summary     = "A rule of the firewall does nothing"
  category    = "correctness"
  severity    = "medium"
  equivalents = { checkov = ["CKV_AWS_342"] }

  resource "aws_wafv2_rule_group" {
    each    = self.rule
    require = length(each.value.action) > 0
    message = "The rule ${each.value.name} has no action."
  }

  resource "aws_wafv2_web_acl" {
    each    = self.rule
    require = length(each.value.action) > 0 || length(each.value.override_action) > 0
    message = "The rule ${each.value.name} has neither an action nor an override."
  }

  resource "aws_waf_web_acl" {
    each    = self.rules
    require = length(each.value.action) > 0 || length(each.value.override_action) > 0
  }

  resource "aws_wafregional_web_acl" {
    each    = self.rule
    require = length(each.value.action) > 0 || length(each.value.override_action) > 0
  }

  resource "aws_waf_rule_group" "aws_wafregional_rule_group" {
    each    = self.activated_rule
    require = length(each.value.action) > 0
  }

  why  = "AWS refuses the rule, or lets through what it matches."
  help = "Add action { block {} }, or override_action { none {} } for a group of rules."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/wafv2_rule_group"]

  example "without action" {
    flagged = <<-TF
      resource "aws_wafv2_rule_group" "web" {
        name     = "web"
        scope    = "REGIONAL"
        capacity = 10

        rule {
          name     = "rate"
          priority = 1

          statement {
            rate_based_statement {
              limit = 1000
            }
          }

          visibility_config {
            cloudwatch_metrics_enabled = true
            metric_name                = "rate"
            sampled_requests_enabled   = true
          }
        }

        visibility_config {
          cloudwatch_metrics_enabled = true
          metric_name                = "web"
          sampled_requests_enabled   = true
        }
      }
    TF
  }

  example "with action" {
    accepted = <<-TF
      resource "aws_wafv2_rule_group" "web" {
        name     = "web"
        scope    = "REGIONAL"
        capacity = 10

        rule {
          name     = "rate"
          priority = 1

          action {
            block {}
          }

          statement {
            rate_based_statement {
              limit = 1000
            }
          }

          visibility_config {
            cloudwatch_metrics_enabled = true
            metric_name                = "rate"
            sampled_requests_enabled   = true
          }
        }

        visibility_config {
          cloudwatch_metrics_enabled = true
          metric_name                = "web"
          sampled_requests_enabled   = true
        }
      }
    TF
  }
}

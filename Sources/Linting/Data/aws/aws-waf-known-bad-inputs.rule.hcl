rule "aws-waf-known-bad-inputs" {
  summary  = "The web ACL does not stop known attacks such as Log4Shell"
  category = "security"
  severity = "info"
  packs    = ["strict"]

  parameter "groups" {
    default = ["AWSManagedRulesAnonymousIpList", "AWSManagedRulesKnownBadInputsRuleSet"]
    summary = "The managed rule groups that the web ACL of an entrance must have."
  }

  resource "aws_wafv2_web_acl" {
    require = any([
      for r in self.rule :
      all([for o in r.override_action : length(o.count) == 0])
      && any([
        for s in r.statement :
        any([
          for g in s.managed_rule_group_statement :
          g.name == "AWSManagedRulesKnownBadInputsRuleSet"
          && !any([for o in g.rule_action_override : startswith(o.name, "Log4J")])
        ])
      ])
    ])
    at          = self
    equivalents = { checkov = ["CKV_AWS_192"] }
  }

  resource "aws_lb" "aws_alb" {
    where = self.internal != true
    let   = { acls = flatten([for a in related("aws_wafv2_web_acl_association", "resource_arn") : referred("aws_wafv2_web_acl", a.web_acl_arn)]) }
    require = all([
      for w in acls :
      all([
        for wanted in param.groups :
        any([for r in w.rule : any([for s in r.statement : any([for g in s.managed_rule_group_statement : g.name == wanted])])])
      ])
    ])
    at          = self
    message     = "The web ACL of the load balancer lacks the managed rules against Log4Shell."
    equivalents = { checkov = ["CKV2_AWS_76"] }
  }

  resource "aws_api_gateway_stage" "aws_apigatewayv2_api" {
    let = { acls = flatten([for a in related("aws_wafv2_web_acl_association", "resource_arn") : referred("aws_wafv2_web_acl", a.web_acl_arn)]) }
    require = all([
      for w in acls :
      all([
        for wanted in param.groups :
        any([for r in w.rule : any([for s in r.statement : any([for g in s.managed_rule_group_statement : g.name == wanted])])])
      ])
    ])
    at          = self
    message     = "The web ACL of the API lacks the managed rules against Log4Shell."
    equivalents = { checkov = ["CKV2_AWS_77"] }
  }

  resource "aws_appsync_graphql_api" {
    let = { acls = flatten([for a in related("aws_wafv2_web_acl_association", "resource_arn") : referred("aws_wafv2_web_acl", a.web_acl_arn)]) }
    require = all([
      for w in acls :
      all([
        for wanted in param.groups :
        any([for r in w.rule : any([for s in r.statement : any([for g in s.managed_rule_group_statement : g.name == wanted])])])
      ])
    ])
    at          = self
    message     = "The web ACL of the GraphQL API lacks the managed rules against Log4Shell."
    equivalents = { checkov = ["CKV2_AWS_78"] }
  }

  resource "aws_cloudfront_distribution" {
    where = self.web_acl_id != null
    let   = { acls = related("aws_wafv2_web_acl", "name", self.web_acl_id) }
    require = all([
      for w in acls :
      all([
        for wanted in param.groups :
        any([for r in w.rule : any([for s in r.statement : any([for g in s.managed_rule_group_statement : g.name == wanted])])])
      ])
    ])
    at          = self.web_acl_id
    message     = "The web ACL of the distribution lacks the managed rules against Log4Shell."
    equivalents = { checkov = ["CKV2_AWS_47"] }
  }

  why  = <<-TEXT
    Requests that make a vulnerable library load a stranger's program are still sent to every address; the managed group knows their
    shapes.
  TEXT
  help = "Add the managed groups AWSManagedRulesKnownBadInputsRuleSet and AWSManagedRulesAnonymousIpList with override_action none."

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

rule "aws-waf-logging" {
  summary  = "The web ACL does not log what it stops"
  category = "security"
  severity = "low"
  tags     = ["logging"]
  packs    = ["strict"]

  resource "aws_waf_web_acl" "aws_wafregional_web_acl" {
    require     = any([for l in self.logging_configuration : l.log_destination != null])
    at          = self
    equivalents = { checkov = ["CKV_AWS_176"] }
  }

  resource "aws_wafv2_web_acl" {
    require     = any([for l in related("aws_wafv2_web_acl_logging_configuration", "resource_arn") : true])
    at          = self
    equivalents = { checkov = ["CKV2_AWS_31"] }
  }

  why  = "Without logs nobody can tell an attack from customers who were stopped by mistake."
  help = "Declare aws_wafv2_web_acl_logging_configuration for the ACL."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/waf_web_acl"]

  example "without logging_configuration" {
    flagged = <<-TF
      resource "aws_wafregional_web_acl" "web" {
        name        = "web"
        metric_name = "web"

        default_action {
          type = "ALLOW"
        }
      }
    TF
  }

  example "with logging_configuration" {
    accepted = <<-TF
      resource "aws_wafregional_web_acl" "web" {
        name        = "web"
        metric_name = "web"

        default_action {
          type = "ALLOW"
        }

        logging_configuration {
          log_destination = "arn:aws:firehose:eu-west-1:123456789012:deliverystream/aws-waf-logs-web"
        }
      }
    TF
  }
}

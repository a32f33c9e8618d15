rule "aws-opensearch-logging" {
  summary     = "The search domain does not publish its logs"
  category    = "security"
  severity    = "low"
  tags        = ["logging"]
  packs       = ["strict"]
  equivalents = { trivy = ["AWS-0042"] }

  resource "aws_opensearch_domain" "aws_elasticsearch_domain" {
    require     = any([for o in self.log_publishing_options : o.cloudwatch_log_group_arn != null && o.enabled != false])
    at          = self
    message     = "None of the domain's logs go to CloudWatch."
    equivalents = { checkov = ["CKV_AWS_84"] }
  }

  resource "aws_opensearch_domain" "aws_elasticsearch_domain" {
    require     = any([for o in self.log_publishing_options : o.log_type == "AUDIT_LOGS" && o.enabled != false])
    at          = self
    message     = "The audit log of the domain is not kept."
    equivalents = { checkov = ["CKV_AWS_317"] }
  }

  why  = "The audit log tells who searched and changed which index; slow logs tell which query brought the cluster down."
  help = "Add log_publishing_options for AUDIT_LOGS (with fine-grained access control) and for the slow logs."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/opensearch_domain"]

  example "without log_publishing_options" {
    flagged = <<-TF
      resource "aws_opensearch_domain" "logs" {
        domain_name = "logs"
      }
    TF
  }

  example "with log_publishing_options" {
    accepted = <<-TF
      resource "aws_opensearch_domain" "logs" {
        domain_name = "logs"

        log_publishing_options {
          cloudwatch_log_group_arn = "arn:aws:logs:eu-west-1:123456789012:log-group:search"
          log_type                 = "AUDIT_LOGS"
        }
      }
    TF
  }
}

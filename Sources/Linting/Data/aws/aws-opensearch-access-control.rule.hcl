rule "aws-opensearch-access-control" {
  summary     = "The search domain has no users or roles of its own"
  category    = "security"
  severity    = "medium"
  tags        = ["iam"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV2_AWS_52"] }

  resource "aws_opensearch_domain" "aws_elasticsearch_domain" {
    require = any([for o in self.advanced_security_options : o.enabled == true || o.internal_user_database_enabled == true])
    at      = self
  }

  why  = "Without fine-grained access control everyone who reaches the endpoint reads and deletes every index."
  help = "Add advanced_security_options with enabled = true and a master user."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/opensearch_domain"]

  example "without advanced_security_options" {
    flagged = <<-TF
      resource "aws_opensearch_domain" "logs" {
        domain_name = "logs"
      }
    TF
  }

  example "with advanced_security_options" {
    accepted = <<-TF
      resource "aws_opensearch_domain" "logs" {
        domain_name = "logs"

        advanced_security_options {
          enabled = true
        }
      }
    TF
  }
}

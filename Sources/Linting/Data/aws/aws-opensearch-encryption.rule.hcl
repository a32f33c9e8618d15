rule "aws-opensearch-encryption" {
  summary     = "The search domain is not encrypted at rest"
  category    = "security"
  severity    = "high"
  tags        = ["encryption"]
  equivalents = { checkov = ["CKV_AWS_5"], trivy = ["AWS-0048"] }

  resource "aws_opensearch_domain" "aws_elasticsearch_domain" {
    require = any([for b in self.encrypt_at_rest : b.enabled == true])
  }

  why  = "Indices hold copies of the data that is searched, and are stored in clear."
  help = "Add encrypt_at_rest { enabled = true }."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/opensearch_domain"]

  example "without encrypt_at_rest" {
    flagged = <<-TF
      resource "aws_opensearch_domain" "this" {
        domain_name = "d"
      }
    TF
  }

  example "with encrypt_at_rest" {
    accepted = <<-TF
      resource "aws_opensearch_domain" "this" {
        domain_name = "d"

        encrypt_at_rest {
          enabled = true
        }
      }
    TF
  }
}

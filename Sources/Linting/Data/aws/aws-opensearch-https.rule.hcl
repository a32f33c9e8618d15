rule "aws-opensearch-https" {
  summary     = "The search domain accepts requests in clear"
  category    = "security"
  severity    = "high"
  tags        = ["encryption"]
  equivalents = { checkov = ["CKV_AWS_83"], trivy = ["AWS-0046"] }

  resource "aws_opensearch_domain" "aws_elasticsearch_domain" {
    require = !any([for b in self.domain_endpoint_options : b.enforce_https == false])
  }

  why  = "Queries and documents can be read and changed on the way."
  help = "Add domain_endpoint_options { enforce_https = true }."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/opensearch_domain"]

  example "enforce_https is false" {
    flagged = <<-TF
      resource "aws_opensearch_domain" "this" {
        domain_name = "d"

        domain_endpoint_options {
          enforce_https = false
        }
      }
    TF
  }

  example "enforce_https is true" {
    accepted = <<-TF
      resource "aws_opensearch_domain" "this" {
        domain_name = "d"

        domain_endpoint_options {
          enforce_https = true
        }
      }
    TF
  }
}

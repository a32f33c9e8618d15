rule "aws-opensearch-tls-policy" {
  summary     = "The search domain accepts outdated versions of TLS"
  category    = "security"
  severity    = "medium"
  tags        = ["encryption"]
  equivalents = { checkov = ["CKV_AWS_228"], trivy = ["AWS-0126"] }

  resource "aws_opensearch_domain" "aws_elasticsearch_domain" {
    require = any([
      for o in self.domain_endpoint_options :
      o.tls_security_policy != null
      && contains(["Policy-Min-TLS-1-2-2019-07", "Policy-Min-TLS-1-2-PFS-2023-10", "Policy-Min-TLS-1-2-RFC9151-FIPS-2024-08"], o.tls_security_policy)
    ])
  }

  why  = "Unless told otherwise the endpoint still takes TLS 1.0, which has known weaknesses."
  help = "Set tls_security_policy = Policy-Min-TLS-1-2-PFS-2023-10 in domain_endpoint_options."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/opensearch_domain"]

  example "tls_security_policy is Policy-Min-TLS-1-0-2019-07" {
    flagged = <<-TF
      resource "aws_opensearch_domain" "logs" {
        domain_name = "logs"

        domain_endpoint_options {
          enforce_https       = true
          tls_security_policy = "Policy-Min-TLS-1-0-2019-07"
        }
      }
    TF
  }

  example "tls_security_policy is Policy-Min-TLS-1-2-PFS-2023-10" {
    accepted = <<-TF
      resource "aws_opensearch_domain" "logs" {
        domain_name = "logs"

        domain_endpoint_options {
          enforce_https       = true
          tls_security_policy = "Policy-Min-TLS-1-2-PFS-2023-10"
        }
      }
    TF
  }
}

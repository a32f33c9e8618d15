rule "aws-cloudsearch-https" {
  summary  = "The CloudSearch domain accepts requests in clear or with an outdated TLS"
  category = "security"
  severity = "medium"
  tags     = ["encryption"]

  resource "aws_cloudsearch_domain" {
    require     = any([for o in self.endpoint_options : o.enforce_https == true])
    at          = self
    message     = "Queries and documents may travel in clear."
    equivalents = { checkov = ["CKV_AWS_220"] }
  }

  resource "aws_cloudsearch_domain" {
    require     = any([for o in self.endpoint_options : o.tls_security_policy != null && strcontains(o.tls_security_policy, "TLS-1-2")])
    at          = self
    message     = "Clients may connect with TLS 1.0."
    severity    = "low"
    equivalents = { checkov = ["CKV_AWS_218"] }
  }

  why  = "Queries and documents can be read and changed on the way."
  help = "Add endpoint_options with enforce_https = true and tls_security_policy = Policy-Min-TLS-1-2-2019-07."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudsearch_domain"]

  example "without endpoint_options" {
    flagged = <<-TF
      resource "aws_cloudsearch_domain" "shop" {
        name = "shop"
      }
    TF
  }

  example "with endpoint_options" {
    accepted = <<-TF
      resource "aws_cloudsearch_domain" "shop" {
        name = "shop"

        endpoint_options {
          enforce_https       = true
          tls_security_policy = "Policy-Min-TLS-1-2-2019-07"
        }
      }
    TF
  }
}

rule "aws-api-gateway-domain-tls" {
  summary     = "The domain of the API accepts outdated versions of TLS"
  category    = "security"
  severity    = "medium"
  tags        = ["encryption"]
  equivalents = { checkov = ["CKV_AWS_206"], trivy = ["AWS-0005", "AWS-0112"] }

  resource "aws_api_gateway_domain_name" {
    require = self.security_policy != "TLS_1_0"
  }

  why  = "TLS 1.0 and 1.1 have known weaknesses, and payment and health regulations forbid them."
  help = "Set security_policy = TLS_1_2."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/api_gateway_domain_name"]

  example "security_policy is TLS_1_0" {
    flagged = <<-TF
      resource "aws_api_gateway_domain_name" "api" {
        domain_name     = "api.example.com"
        security_policy = "TLS_1_0"
      }
    TF
  }

  example "security_policy is TLS_1_2" {
    accepted = <<-TF
      resource "aws_api_gateway_domain_name" "api" {
        domain_name     = "api.example.com"
        security_policy = "TLS_1_2"
      }
    TF
  }
}

rule "aws-api-gateway-domain-tls-unset" {
  summary     = "The domain of the API does not say which versions of TLS it accepts"
  category    = "security"
  severity    = "low"
  tags        = ["encryption"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AWS_206"], trivy = ["AWS-0005", "AWS-0112"] }

  resource "aws_api_gateway_domain_name" {
    require = self.security_policy != null
  }

  why  = "What is accepted then depends on how and when the domain was made; Terraform does not see a change either."
  help = "Set security_policy = TLS_1_2."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/api_gateway_domain_name"]

  example "without security_policy" {
    flagged = <<-TF
      resource "aws_api_gateway_domain_name" "api" {
        domain_name = "api.example.com"
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

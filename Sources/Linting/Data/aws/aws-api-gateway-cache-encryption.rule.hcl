rule "aws-api-gateway-cache-encryption" {
  summary     = "The cache of the API is not encrypted"
  category    = "security"
  severity    = "medium"
  tags        = ["encryption"]
  equivalents = { checkov = ["CKV_AWS_308"], trivy = ["AWS-0002", "AWS-0110"] }

  resource "aws_api_gateway_method_settings" {
    each    = self.settings
    where   = each.value.caching_enabled == true
    require = each.value.cache_data_encrypted == true

    fix {
      set    = { cache_data_encrypted = true }
      safety = "unsafe"
    }
  }

  why  = "Cached answers hold the same personal data as the database behind them, and lie in clear."
  help = "Set cache_data_encrypted = true."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/api_gateway_method_settings"]

  example "without cache_data_encrypted" {
    flagged = <<-TF
      resource "aws_api_gateway_method_settings" "all" {
        rest_api_id = "a1b2c3"
        stage_name  = "prod"
        method_path = "*/*"

        settings {
          caching_enabled = true
        }
      }
    TF
  }

  example "cache_data_encrypted is true" {
    accepted = <<-TF
      resource "aws_api_gateway_method_settings" "all" {
        rest_api_id = "a1b2c3"
        stage_name  = "prod"
        method_path = "*/*"

        settings {
          caching_enabled      = true
          cache_data_encrypted = true
        }
      }
    TF
  }
}

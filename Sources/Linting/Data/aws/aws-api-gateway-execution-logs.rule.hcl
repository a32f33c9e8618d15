rule "aws-api-gateway-execution-logs" {
  summary     = "The stage does not log errors and metrics of its methods"
  category    = "reliability"
  severity    = "info"
  tags        = ["logging"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV2_AWS_4"] }

  resource "aws_api_gateway_stage" {
    let     = { settings = flatten([for s in related("aws_api_gateway_method_settings", "stage_name") : s.settings]) }
    require = any([for s in settings : (s.logging_level == "ERROR" || s.logging_level == "INFO") && s.metrics_enabled == true])
    at      = self
  }

  why  = "When an integration fails, the caller sees an error 500 and nobody sees why."
  help = "Add aws_api_gateway_method_settings with logging_level = ERROR and metrics_enabled = true."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/api_gateway_stage"]

  example "without aws_api_gateway_method_settings" {
    flagged = <<-TF
      resource "aws_api_gateway_stage" "prod" {
        stage_name    = "prod"
        rest_api_id   = "a1b2c3"
        deployment_id = "d4e5f6"
      }
    TF
  }

  example "with aws_api_gateway_method_settings" {
    accepted = <<-TF
      resource "aws_api_gateway_stage" "prod" {
        stage_name    = "prod"
        rest_api_id   = "a1b2c3"
        deployment_id = "d4e5f6"
      }

      resource "aws_api_gateway_method_settings" "all" {
        rest_api_id = "a1b2c3"
        stage_name  = aws_api_gateway_stage.prod.stage_name
        method_path = "*/*"

        settings {
          logging_level   = "ERROR"
          metrics_enabled = true
        }
      }
    TF
  }
}

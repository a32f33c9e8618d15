rule "aws-api-gateway-access-logs" {
  summary     = "The API does not log its requests"
  category    = "security"
  severity    = "low"
  tags        = ["logging"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AWS_76"], trivy = ["AWS-0001", "AWS-0113", "AWS-0116"] }

  resource "aws_api_gateway_stage" "aws_apigatewayv2_stage" {
    require = any([for s in self.access_log_settings : s.destination_arn != null])
    at      = self
  }

  why  = "Without an access log nobody can tell who called what before an incident."
  help = "Add access_log_settings with the ARN of a log group."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/api_gateway_stage"]

  example "without access_log_settings" {
    flagged = <<-TF
      resource "aws_apigatewayv2_stage" "prod" {
        api_id = "a1b2c3"
        name   = "prod"
      }
    TF
  }

  example "with access_log_settings" {
    accepted = <<-TF
      resource "aws_apigatewayv2_stage" "prod" {
        api_id = "a1b2c3"
        name   = "prod"

        access_log_settings {
          destination_arn = "arn:aws:logs:eu-west-1:123456789012:log-group:api"
          format          = "$context.requestId $context.status"
        }
      }
    TF
  }
}

rule "aws-api-gateway-client-certificate" {
  summary     = "The backend cannot tell that a request came through the API"
  category    = "security"
  severity    = "info"
  packs       = ["strict"]
  equivalents = { checkov = ["CKV2_AWS_51"] }

  resource "aws_api_gateway_stage" {
    require = self.client_certificate_id != null
  }

  resource "aws_apigatewayv2_stage" {
    require = (
      self.client_certificate_id != null
      || !any([for a in related("aws_apigatewayv2_api", "name", self.api_id) : a.protocol_type == "WEBSOCKET"])
    )
  }

  why  = "A public backend without a client certificate can be called past the API, and with it past its authorization and limits."
  help = "Declare aws_api_gateway_client_certificate, name it in client_certificate_id and check it in the backend."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/api_gateway_stage"]

  example "without client_certificate_id" {
    flagged = <<-TF
      resource "aws_api_gateway_stage" "prod" {
        stage_name    = "prod"
        rest_api_id   = "a1b2c3"
        deployment_id = "d4e5f6"
      }
    TF
  }

  example "client_certificate_id is j1k2l3" {
    accepted = <<-TF
      resource "aws_api_gateway_stage" "prod" {
        stage_name            = "prod"
        rest_api_id           = "a1b2c3"
        deployment_id         = "d4e5f6"
        client_certificate_id = "j1k2l3"
      }
    TF
  }
}

rule "aws-api-gateway-request-validation" {
  summary     = "Requests to the method are not validated"
  category    = "security"
  severity    = "low"
  packs       = ["strict"]
  equivalents = { checkov = ["CKV2_AWS_53"] }

  resource "aws_api_gateway_method" {
    require = self.request_validator_id != null
  }

  why  = "Malformed requests reach the backend, which has to find and reject them by itself, at your cost."
  help = "Declare an aws_api_gateway_request_validator and name it in request_validator_id."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/api_gateway_method"]

  example "without request_validator_id" {
    flagged = <<-TF
      resource "aws_api_gateway_method" "orders" {
        rest_api_id   = "a1b2c3"
        resource_id   = "d4e5f6"
        http_method   = "POST"
        authorization = "AWS_IAM"
      }
    TF
  }

  example "request_validator_id is g7h8i9" {
    accepted = <<-TF
      resource "aws_api_gateway_method" "orders" {
        rest_api_id          = "a1b2c3"
        resource_id          = "d4e5f6"
        http_method          = "POST"
        authorization        = "AWS_IAM"
        request_validator_id = "g7h8i9"
      }
    TF
  }
}

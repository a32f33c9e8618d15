rule "aws-apigatewayv2-route-authorization" {
  summary     = "Anyone may call the route"
  category    = "security"
  severity    = "medium"
  tags        = ["iam", "public"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AWS_309"] }

  resource "aws_apigatewayv2_route" {
    require = self.authorization_type != null && self.authorization_type != "NONE"
  }

  why  = "A route without authorization hands out what its integration can do to whoever finds the address."
  help = "Set authorization_type to JWT, AWS_IAM or CUSTOM."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/apigatewayv2_route"]

  example "without authorization_type" {
    flagged = <<-TF
      resource "aws_apigatewayv2_route" "orders" {
        api_id    = "a1b2c3"
        route_key = "GET /orders"
      }
    TF
  }

  example "authorization_type is AWS_IAM" {
    accepted = <<-TF
      resource "aws_apigatewayv2_route" "orders" {
        api_id             = "a1b2c3"
        route_key          = "GET /orders"
        authorization_type = "AWS_IAM"
      }
    TF
  }
}

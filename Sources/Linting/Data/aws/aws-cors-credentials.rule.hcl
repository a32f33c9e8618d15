rule "aws-cors-credentials" {
  summary  = "Scripts of every site may call the API with the user's cookies"
  category = "security"
  severity = "medium"
  tags     = ["public"]

  resource "aws_apigatewayv2_api" {
    require = !any([
      for c in self.cors_configuration :
      c.allow_credentials == true
      && any([for o in c.allow_origins : o == "*" || o == "https://*" || o == "http://*"])
    ])
  }

  resource "aws_cloudfront_response_headers_policy" {
    require = !any([
      for c in self.cors_config :
      c.access_control_allow_credentials == true
      && any([for o in c.access_control_allow_origins : any([for i in o.items : i == "*"])])
    ])
  }

  why  = "A page that a user happens to open acts in the API as that user and reads the answers."
  help = "List the sites in allow_origins, or leave credentials out."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/apigatewayv2_api"]

  example "allow_origins is https://*" {
    flagged = <<-TF
      resource "aws_apigatewayv2_api" "shop" {
        name          = "shop"
        protocol_type = "HTTP"

        cors_configuration {
          allow_credentials = true
          allow_origins     = ["https://*"]
        }
      }
    TF
  }

  example "allow_origins is https://shop.example.com" {
    accepted = <<-TF
      resource "aws_apigatewayv2_api" "shop" {
        name          = "shop"
        protocol_type = "HTTP"

        cors_configuration {
          allow_credentials = true
          allow_origins     = ["https://shop.example.com"]
        }
      }
    TF
  }
}

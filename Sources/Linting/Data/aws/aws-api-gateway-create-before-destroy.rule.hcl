rule "aws-api-gateway-create-before-destroy" {
  summary     = "A replacement of the API leaves a gap"
  category    = "reliability"
  severity    = "low"
  tags        = ["availability"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AWS_237"] }

  resource "aws_api_gateway_rest_api" {
    require = self.lifecycle.create_before_destroy == true
    message = "The old one is gone before the new one is there."
  }

  why  = "While the old API is gone and the new one is not there, every call fails."
  help = "Add lifecycle { create_before_destroy = true }."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/api_gateway_rest_api"]

  example "first destroyed" {
    flagged = <<-TF
      resource "aws_api_gateway_rest_api" "this" {
        name = "orders"
      }
    TF
  }

  example "first created" {
    accepted = <<-TF
      resource "aws_api_gateway_rest_api" "this" {
        name = "orders"

        lifecycle {
          create_before_destroy = true
        }
      }
    TF
  }
}

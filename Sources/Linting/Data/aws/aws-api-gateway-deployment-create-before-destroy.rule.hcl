rule "aws-api-gateway-deployment-create-before-destroy" {
  summary     = "A new deployment of the API leaves a gap"
  category    = "reliability"
  severity    = "low"
  tags        = ["availability"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AWS_217"] }

  resource "aws_api_gateway_deployment" {
    require = self.lifecycle.create_before_destroy == true
    message = "The old one is gone before the new one is there."
  }

  why  = "Stages point at a deployment: while it is replaced, they point at nothing."
  help = "Add lifecycle { create_before_destroy = true }."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/api_gateway_deployment"]

  example "first destroyed" {
    flagged = <<-TF
      resource "aws_api_gateway_deployment" "this" {
        rest_api_id = "abc123"
      }
    TF
  }

  example "first created" {
    accepted = <<-TF
      resource "aws_api_gateway_deployment" "this" {
        rest_api_id = "abc123"

        lifecycle {
          create_before_destroy = true
        }
      }
    TF
  }
}

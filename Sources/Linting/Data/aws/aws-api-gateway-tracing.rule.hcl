rule "aws-api-gateway-tracing" {
  summary     = "Requests to the API are not traced"
  category    = "reliability"
  severity    = "info"
  tags        = ["monitoring"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AWS_73"], trivy = ["AWS-0003", "AWS-0111"] }

  resource "aws_api_gateway_stage" {
    require = self.xray_tracing_enabled == true

    fix {
      set    = { xray_tracing_enabled = true }
      safety = "unsafe"
    }
  }

  why  = "Without traces it takes guesswork to find which service behind the API was slow or failed."
  help = "Set xray_tracing_enabled = true."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/api_gateway_stage"]

  example "without xray_tracing_enabled" {
    flagged = <<-TF
      resource "aws_api_gateway_stage" "prod" {
        stage_name    = "prod"
        rest_api_id   = "a1b2c3"
        deployment_id = "d4e5f6"
      }
    TF
  }

  example "xray_tracing_enabled is true" {
    accepted = <<-TF
      resource "aws_api_gateway_stage" "prod" {
        stage_name           = "prod"
        rest_api_id          = "a1b2c3"
        deployment_id        = "d4e5f6"
        xray_tracing_enabled = true
      }
    TF
  }
}

rule "aws-api-gateway-waf" {
  summary     = "No firewall protects the public API"
  category    = "security"
  severity    = "info"
  tags        = ["network"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV2_AWS_29"] }

  resource "aws_api_gateway_stage" {
    where = !any([
      for a in related("aws_api_gateway_rest_api", "name", self.rest_api_id) :
      any([for e in a.endpoint_configuration : any([for t in e.types : t == "PRIVATE"])])
    ])
    require = (
      any([for a in related("aws_wafv2_web_acl_association", "resource_arn") : true])
      || any([for a in related("aws_wafregional_web_acl_association", "resource_arn") : true])
    )
    at = self
  }

  why  = "Known attacks reach the backend unfiltered, and there is no place to block one at short notice."
  help = "Associate a web ACL with the stage by aws_wafv2_web_acl_association."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/api_gateway_stage"]

  example "without aws_wafv2_web_acl_association" {
    flagged = <<-TF
      resource "aws_api_gateway_rest_api" "shop" {
        name = "shop"
      }

      resource "aws_api_gateway_stage" "prod" {
        stage_name    = "prod"
        rest_api_id   = aws_api_gateway_rest_api.shop.id
        deployment_id = "d4e5f6"
      }
    TF
  }

  example "with aws_wafv2_web_acl_association" {
    accepted = <<-TF
      resource "aws_api_gateway_rest_api" "shop" {
        name = "shop"
      }

      resource "aws_api_gateway_stage" "prod" {
        stage_name    = "prod"
        rest_api_id   = aws_api_gateway_rest_api.shop.id
        deployment_id = "d4e5f6"
      }

      resource "aws_wafv2_web_acl_association" "prod" {
        resource_arn = aws_api_gateway_stage.prod.arn
        web_acl_arn  = "arn:aws:wafv2:eu-west-1:123456789012:regional/webacl/api/1"
      }
    TF
  }
}

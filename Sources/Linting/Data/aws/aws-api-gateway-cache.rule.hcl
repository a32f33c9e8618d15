rule "aws-api-gateway-cache" {
  summary  = "Answers of the API are not cached"
  category = "reliability"
  severity = "info"
  packs    = ["strict"]

  resource "aws_api_gateway_method_settings" {
    require     = any([for s in self.settings : s.caching_enabled == true])
    equivalents = { checkov = ["CKV_AWS_225"], trivy = ["AWS-0190"] }
  }

  resource "aws_api_gateway_stage" {
    require     = self.cache_cluster_enabled == true
    equivalents = { checkov = ["CKV_AWS_120"] }

    fix {
      set    = { cache_cluster_enabled = true }
      safety = "unsafe"
    }
  }

  why  = "Every request goes to the backend, which is slower and falls over first under load."
  help = "Switch the stage's cache on (it is charged by the hour) and set caching_enabled for methods whose answers repeat."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/api_gateway_method_settings"]

  example "reported" {
    flagged = <<-TF
      resource "aws_api_gateway_stage" "prod" {
        stage_name    = "prod"
        rest_api_id   = "a1b2c3"
        deployment_id = "d4e5f6"
      }
    TF
  }

  example "accepted" {
    accepted = <<-TF
      resource "aws_api_gateway_stage" "prod" {
        stage_name            = "prod"
        rest_api_id           = "a1b2c3"
        deployment_id         = "d4e5f6"
        cache_cluster_enabled = true
        cache_cluster_size    = "0.5"
      }
    TF
  }
}

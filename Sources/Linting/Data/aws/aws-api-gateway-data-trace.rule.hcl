rule "aws-api-gateway-data-trace" {
  summary     = "Whole requests and answers are written to the log"
  category    = "security"
  severity    = "medium"
  tags        = ["logging"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AWS_276"] }

  resource "aws_api_gateway_method_settings" {
    require = !any([for s in self.settings : s.data_trace_enabled == true])
  }

  why  = "The log then holds passwords, tokens and personal data, for everyone who may read logs."
  help = "Remove data_trace_enabled; switch it on for the time of a search only."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/api_gateway_method_settings"]

  example "data_trace_enabled is true" {
    flagged = <<-TF
      resource "aws_api_gateway_method_settings" "all" {
        rest_api_id = "a1b2c3"
        stage_name  = "prod"
        method_path = "*/*"

        settings {
          data_trace_enabled = true
        }
      }
    TF
  }

  example "data_trace_enabled is false" {
    accepted = <<-TF
      resource "aws_api_gateway_method_settings" "all" {
        rest_api_id = "a1b2c3"
        stage_name  = "prod"
        method_path = "*/*"

        settings {
          data_trace_enabled = false
        }
      }
    TF
  }
}

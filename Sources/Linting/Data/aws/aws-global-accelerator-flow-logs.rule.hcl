rule "aws-global-accelerator-flow-logs" {
  summary     = "The accelerator does not log its traffic"
  category    = "security"
  severity    = "info"
  tags        = ["logging", "network"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AWS_75"] }

  resource "aws_globalaccelerator_accelerator" {
    require = any([for a in self.attributes : a.flow_logs_enabled == true])
    at      = self
  }

  why  = "Who tried to reach the endpoints, and from where, cannot be found out afterwards."
  help = "Add attributes with flow_logs_enabled = true and a bucket."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/globalaccelerator_accelerator"]

  example "without attributes" {
    flagged = <<-TF
      resource "aws_globalaccelerator_accelerator" "shop" {
        name = "shop"
      }
    TF
  }

  example "with attributes" {
    accepted = <<-TF
      resource "aws_globalaccelerator_accelerator" "shop" {
        name = "shop"

        attributes {
          flow_logs_enabled   = true
          flow_logs_s3_bucket = "example-flow-logs"
          flow_logs_s3_prefix = "accelerator/"
        }
      }
    TF
  }
}

rule "aws-config-aggregator-regions" {
  summary     = "The aggregator leaves regions out"
  category    = "security"
  severity    = "low"
  tags        = ["logging"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AWS_121"], trivy = ["AWS-0019"] }

  resource "aws_config_configuration_aggregator" {
    require = any([for s in concat(self.account_aggregation_source, self.organization_aggregation_source) : s.all_regions == true])
    at      = self
  }

  why  = "What is started in a region that nobody uses is what an intruder hides."
  help = "Set all_regions = true instead of a list."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/config_configuration_aggregator"]

  example "reported" {
    flagged = <<-TF
      resource "aws_config_configuration_aggregator" "main" {
        name = "main"

        account_aggregation_source {
          account_ids = ["123456789012"]
          regions     = ["eu-west-1"]
        }
      }
    TF
  }

  example "accepted" {
    accepted = <<-TF
      resource "aws_config_configuration_aggregator" "main" {
        name = "main"

        account_aggregation_source {
          account_ids = ["123456789012"]
          all_regions = true
        }
      }
    TF
  }
}

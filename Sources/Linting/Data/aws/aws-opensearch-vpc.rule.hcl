rule "aws-opensearch-vpc" {
  summary     = "The search domain stands outside of a VPC"
  category    = "security"
  severity    = "medium"
  tags        = ["network"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AWS_137"] }

  resource "aws_opensearch_domain" "aws_elasticsearch_domain" {
    require = length(self.vpc_options) > 0
    at      = self
  }

  why  = "A domain with a public endpoint is protected by its access policy alone; a mistake in it shows all indices to the internet."
  help = "Add vpc_options with subnets and security groups. The domain is replaced."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/opensearch_domain"]

  example "without vpc_options" {
    flagged = <<-TF
      resource "aws_opensearch_domain" "logs" {
        domain_name = "logs"
      }
    TF
  }

  example "with vpc_options" {
    accepted = <<-TF
      resource "aws_opensearch_domain" "logs" {
        domain_name = "logs"

        vpc_options {
          subnet_ids         = ["subnet-1"]
          security_group_ids = ["sg-1"]
        }
      }
    TF
  }
}

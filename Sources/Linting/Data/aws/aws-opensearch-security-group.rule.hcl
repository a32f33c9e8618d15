rule "aws-opensearch-security-group" {
  summary     = "The search domain uses the default security group"
  category    = "security"
  severity    = "low"
  tags        = ["network"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AWS_248"] }

  resource "aws_opensearch_domain" "aws_elasticsearch_domain" {
    require = any([for v in self.vpc_options : v.security_group_ids != null])
    at      = self
  }

  why  = "Without a group of its own the domain takes the VPC's default one, which every forgotten resource shares."
  help = "List a group for the domain in vpc_options.security_group_ids."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/opensearch_domain"]

  example "without security_group_ids" {
    flagged = <<-TF
      resource "aws_opensearch_domain" "logs" {
        domain_name = "logs"

        vpc_options {
          subnet_ids = ["subnet-1"]
        }
      }
    TF
  }

  example "security_group_ids is sg-1" {
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

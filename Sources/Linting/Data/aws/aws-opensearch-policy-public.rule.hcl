rule "aws-opensearch-policy-public" {
  summary  = "Anyone may use the search domain"
  category = "security"
  severity = "critical"
  tags     = ["iam", "public"]

  resource "aws_opensearch_domain" "aws_elasticsearch_domain" {
    where = length(self.vpc_options) == 0
    require = !any([
      for s in policy_statements(self.access_policies) :
      s.effect == "Allow" && any([for p in s.principals : p.identifier == "*"]) && length(s.conditions) == 0
    ])
    at      = self.access_policies
    message = "The domain stands on the internet and its policy names everyone."
  }

  why  = "Crawlers find open domains within hours; their indices are copied, then deleted for ransom."
  help = "Put the domain in a VPC, or name roles as principals; aws:SourceIp is the least."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/opensearch_domain"]

  example "reported" {
    flagged = <<-TF
      resource "aws_opensearch_domain" "logs" {
        domain_name = "logs"

        access_policies = jsonencode({
          Version = "2012-10-17"
          Statement = [{
            Effect    = "Allow"
            Principal = { AWS = "*" }
            Action    = "es:*"
            Resource  = "*"
          }]
        })
      }
    TF
  }

  example "from one network" {
    accepted = <<-TF
      resource "aws_opensearch_domain" "logs" {
        domain_name = "logs"

        access_policies = jsonencode({
          Version = "2012-10-17"
          Statement = [{
            Effect    = "Allow"
            Principal = { AWS = "*" }
            Action    = "es:*"
            Resource  = "*"
            Condition = { IpAddress = { "aws:SourceIp" = ["198.51.100.0/24"] } }
          }]
        })
      }
    TF
  }
}

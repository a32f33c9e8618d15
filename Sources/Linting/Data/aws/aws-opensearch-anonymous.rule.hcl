rule "aws-opensearch-anonymous" {
  summary  = "The search domain answers who has not signed in"
  category = "security"
  severity = "high"
  tags     = ["public"]

  resource "aws_opensearch_domain" {
    require = !any([for o in self.advanced_security_options : o.anonymous_auth_enabled == true])
  }

  why  = "Anonymous access is meant for the days of a migration; left on it makes roles and users of the domain pointless."
  help = "Set anonymous_auth_enabled = false."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/opensearch_domain"]

  example "anonymous_auth_enabled is true" {
    flagged = <<-TF
      resource "aws_opensearch_domain" "logs" {
        domain_name = "logs"

        advanced_security_options {
          enabled                = true
          anonymous_auth_enabled = true
        }
      }
    TF
  }

  example "anonymous_auth_enabled is false" {
    accepted = <<-TF
      resource "aws_opensearch_domain" "logs" {
        domain_name = "logs"

        advanced_security_options {
          enabled                = true
          anonymous_auth_enabled = false
        }
      }
    TF
  }
}

rule "aws-cloudfront-origin-failover" {
  summary     = "The distribution has no second origin to fall back to"
  category    = "reliability"
  severity    = "info"
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AWS_310"] }

  resource "aws_cloudfront_distribution" {
    require = any([for g in self.origin_group : length(g.failover_criteria) > 0 && length(g.member) >= 2])
    at      = self
  }

  why  = "When the origin fails, every viewer gets an error, although a copy of the content could serve them."
  help = "Add an origin_group with two members and failover_criteria."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudfront_distribution"]

  example "without origin_group" {
    flagged = <<-TF
      resource "aws_cloudfront_distribution" "web" {
        enabled = true
      }
    TF
  }

  example "with origin_group" {
    accepted = <<-TF
      resource "aws_cloudfront_distribution" "web" {
        enabled = true

        origin_group {
          origin_id = "web"

          failover_criteria {
            status_codes = [500, 502, 503]
          }

          member {
            origin_id = "primary"
          }

          member {
            origin_id = "secondary"
          }
        }
      }
    TF
  }
}

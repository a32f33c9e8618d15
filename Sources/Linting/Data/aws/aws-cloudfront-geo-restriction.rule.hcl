rule "aws-cloudfront-geo-restriction" {
  summary     = "The distribution serves every country"
  category    = "security"
  severity    = "info"
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AWS_374"] }

  resource "aws_cloudfront_distribution" {
    require = !any([for r in self.restrictions : any([for g in r.geo_restriction : g.restriction_type == "none"])])
  }

  why  = "What is offered in a few countries only need not be open to attacks from all of them."
  help = "List the countries in geo_restriction with restriction_type = whitelist."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudfront_distribution"]

  example "reported" {
    flagged = <<-TF
      resource "aws_cloudfront_distribution" "web" {
        enabled = true

        restrictions {
          geo_restriction {
            restriction_type = "none"
          }
        }
      }
    TF
  }

  example "accepted" {
    accepted = <<-TF
      resource "aws_cloudfront_distribution" "web" {
        enabled = true

        restrictions {
          geo_restriction {
            restriction_type = "whitelist"
            locations        = ["DE", "AT", "CH"]
          }
        }
      }
    TF
  }
}

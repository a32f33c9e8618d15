rule "aws-cloudfront-response-headers" {
  summary     = "The distribution sets no security headers"
  category    = "security"
  severity    = "info"
  packs       = ["strict"]
  equivalents = { checkov = ["CKV2_AWS_32"] }

  resource "aws_cloudfront_distribution" {
    require = all([for b in concat(self.default_cache_behavior, self.ordered_cache_behavior) : b.response_headers_policy_id != null])
    at      = self
  }

  why  = <<-TEXT
    Headers such as Strict-Transport-Security and X-Frame-Options keep browsers from being tricked; without a policy the origin must
    send all of them.
  TEXT
  help = "Name an aws_cloudfront_response_headers_policy in response_headers_policy_id of each behaviour."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudfront_distribution"]

  example "without response_headers_policy_id" {
    flagged = <<-TF
      resource "aws_cloudfront_distribution" "web" {
        enabled = true

        default_cache_behavior {
          allowed_methods        = ["GET", "HEAD"]
          cached_methods         = ["GET", "HEAD"]
          target_origin_id       = "web"
          viewer_protocol_policy = "redirect-to-https"
        }
      }
    TF
  }

  example "response_headers_policy_id is 67f7725c-6f97-4210-82d7-5512b31e9d03" {
    accepted = <<-TF
      resource "aws_cloudfront_distribution" "web" {
        enabled = true

        default_cache_behavior {
          allowed_methods            = ["GET", "HEAD"]
          cached_methods             = ["GET", "HEAD"]
          target_origin_id           = "web"
          response_headers_policy_id = "67f7725c-6f97-4210-82d7-5512b31e9d03"
          viewer_protocol_policy     = "redirect-to-https"
        }
      }
    TF
  }
}

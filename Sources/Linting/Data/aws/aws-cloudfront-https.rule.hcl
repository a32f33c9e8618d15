rule "aws-cloudfront-https" {
  summary     = "The distribution serves requests in clear"
  category    = "security"
  severity    = "medium"
  tags        = ["encryption"]
  equivalents = { checkov = ["CKV_AWS_34"], trivy = ["AWS-0012"] }

  resource "aws_cloudfront_distribution" {
    require = !any([for b in concat(self.default_cache_behavior, self.ordered_cache_behavior) : b.viewer_protocol_policy == "allow-all"])
  }

  why  = "What is sent over HTTP can be read and changed on the way, sessions included."
  help = "Set viewer_protocol_policy to redirect-to-https."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudfront_distribution"]

  example "viewer_protocol_policy is allow-all" {
    flagged = <<-TF
      resource "aws_cloudfront_distribution" "this" {
        enabled = true

        default_cache_behavior {
          allowed_methods        = ["GET", "HEAD"]
          cached_methods         = ["GET", "HEAD"]
          target_origin_id       = "web"
          viewer_protocol_policy = "allow-all"
        }
      }
    TF
  }

  example "viewer_protocol_policy is redirect-to-https" {
    accepted = <<-TF
      resource "aws_cloudfront_distribution" "this" {
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
}

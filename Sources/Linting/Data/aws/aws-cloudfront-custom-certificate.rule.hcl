rule "aws-cloudfront-custom-certificate" {
  summary     = "The distribution has no certificate of its own"
  category    = "security"
  severity    = "low"
  tags        = ["encryption"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV2_AWS_42", "CKV_AWS_174"] }

  resource "aws_cloudfront_distribution" {
    require = any([for c in self.viewer_certificate : c.acm_certificate_arn != null || c.iam_certificate_id != null])
    at      = self
  }

  why  = "Under CloudFront's certificate visitors see a technical name, and the oldest TLS versions cannot be switched off."
  help = "Name a certificate from us-east-1 in acm_certificate_arn, and the site's names in aliases."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudfront_distribution"]

  example "reported" {
    flagged = <<-TF
      resource "aws_cloudfront_distribution" "web" {
        enabled = true

        viewer_certificate {
          cloudfront_default_certificate = true
        }
      }
    TF
  }

  example "accepted" {
    accepted = <<-TF
      resource "aws_cloudfront_distribution" "web" {
        enabled = true

        viewer_certificate {
          acm_certificate_arn = "arn:aws:acm:us-east-1:123456789012:certificate/1"
          ssl_support_method  = "sni-only"
        }
      }
    TF
  }
}

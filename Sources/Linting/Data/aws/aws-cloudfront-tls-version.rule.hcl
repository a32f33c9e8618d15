rule "aws-cloudfront-tls-version" {
  summary  = "The distribution accepts outdated versions of TLS"
  category = "security"
  severity = "medium"
  tags     = ["encryption"]

  resource "aws_cloudfront_distribution" {
    each  = self.viewer_certificate
    where = each.value.cloudfront_default_certificate != true
    require = (
      each.value.minimum_protocol_version != null
      && (startswith(each.value.minimum_protocol_version, "TLSv1.2") || startswith(each.value.minimum_protocol_version, "TLSv1.3"))
    )
    message     = "Viewers may connect with TLS 1.0 or 1.1."
    equivalents = { checkov = ["CKV_AWS_174"], trivy = ["AWS-0013"] }
  }

  why  = "TLS 1.0 and 1.1 have known weaknesses, and payment and health regulations forbid them."
  help = "Use a certificate of your own with minimum_protocol_version = TLSv1.2_2021."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudfront_distribution"]

  example "minimum_protocol_version is TLSv1" {
    flagged = <<-TF
      resource "aws_cloudfront_distribution" "web" {
        enabled = true

        viewer_certificate {
          acm_certificate_arn      = "arn:aws:acm:us-east-1:123456789012:certificate/1"
          ssl_support_method       = "sni-only"
          minimum_protocol_version = "TLSv1"
        }
      }
    TF
  }

  example "minimum_protocol_version is TLSv1.2_2021" {
    accepted = <<-TF
      resource "aws_cloudfront_distribution" "web" {
        enabled = true

        viewer_certificate {
          acm_certificate_arn      = "arn:aws:acm:us-east-1:123456789012:certificate/1"
          ssl_support_method       = "sni-only"
          minimum_protocol_version = "TLSv1.2_2021"
        }
      }
    TF
  }
}

rule "aws-cloudfront-origin-tls" {
  summary  = "The distribution talks to its origin with a broken protocol or in clear"
  category = "security"
  severity = "medium"
  tags     = ["encryption"]

  resource "aws_cloudfront_distribution" {
    each        = self.origin
    require     = !any([for c in each.value.custom_origin_config : any([for p in c.origin_ssl_protocols : p == "SSLv3"])])
    message     = "The origin ${each.value.origin_id} may be reached with SSL 3, which can be decrypted."
    equivalents = { checkov = ["CKV2_AWS_54"] }
  }

  resource "aws_cloudfront_distribution" {
    each = self.origin
    where = (
      self.enabled != false
      && (strcontains(each.value.domain_name, ".elb.") || strcontains(each.value.domain_name, ".mediastore.") || strcontains(each.value.domain_name, ".mediapackage."))
    )
    require     = !any([for c in each.value.custom_origin_config : c.origin_protocol_policy != "https-only"])
    message     = "Requests to the origin ${each.value.origin_id} may travel in clear."
    equivalents = { checkov = ["CKV2_AWS_72"] }
  }

  why  = "Between the edge and the origin requests cross the internet; what viewers sent encrypted can be read there."
  help = "Set origin_protocol_policy = https-only and origin_ssl_protocols = [TLSv1.2]."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudfront_distribution"]

  example "SSL 3" {
    flagged = <<-TF
      resource "aws_cloudfront_distribution" "web" {
        enabled = true

        origin {
          domain_name = "origin.example.com"
          origin_id   = "web"

          custom_origin_config {
            http_port              = 80
            https_port             = 443
            origin_protocol_policy = "https-only"
            origin_ssl_protocols   = ["SSLv3", "TLSv1.2"]
          }
        }
      }
    TF
  }

  example "accepted" {
    accepted = <<-TF
      resource "aws_cloudfront_distribution" "web" {
        enabled = true

        origin {
          domain_name = "origin.example.com"
          origin_id   = "web"

          custom_origin_config {
            http_port              = 80
            https_port             = 443
            origin_protocol_policy = "https-only"
            origin_ssl_protocols   = ["TLSv1.2"]
          }
        }
      }
    TF
  }
}

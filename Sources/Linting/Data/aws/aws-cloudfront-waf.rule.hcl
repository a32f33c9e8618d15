rule "aws-cloudfront-waf" {
  summary     = "No firewall protects the distribution"
  category    = "security"
  severity    = "info"
  tags        = ["network"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AWS_68"], trivy = ["AWS-0011"] }

  resource "aws_cloudfront_distribution" {
    require = self.web_acl_id != null && self.web_acl_id != ""
  }

  why  = "Known attacks on frameworks reach the origin unfiltered, and there is no place to block one at short notice."
  help = "Name a web ACL of the scope CLOUDFRONT in web_acl_id."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudfront_distribution"]

  example "without web_acl_id" {
    flagged = <<-TF
      resource "aws_cloudfront_distribution" "web" {
        enabled = true
      }
    TF
  }

  example "web_acl_id is arn:aws:wafv2:us-east-1:123456789012:global/webacl/web/1" {
    accepted = <<-TF
      resource "aws_cloudfront_distribution" "web" {
        enabled    = true
        web_acl_id = "arn:aws:wafv2:us-east-1:123456789012:global/webacl/web/1"
      }
    TF
  }
}

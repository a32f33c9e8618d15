rule "aws-cloudfront-default-root" {
  summary     = "The distribution has no default document"
  category    = "security"
  severity    = "low"
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AWS_305"] }

  resource "aws_cloudfront_distribution" {
    require = self.default_root_object != null
  }

  why  = "A request for / is passed to the origin, and a bucket answers it with the list of its objects."
  help = "Set default_root_object, for example to index.html."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudfront_distribution"]

  example "without default_root_object" {
    flagged = <<-TF
      resource "aws_cloudfront_distribution" "web" {
        enabled = true
      }
    TF
  }

  example "default_root_object is index.html" {
    accepted = <<-TF
      resource "aws_cloudfront_distribution" "web" {
        enabled             = true
        default_root_object = "index.html"
      }
    TF
  }
}

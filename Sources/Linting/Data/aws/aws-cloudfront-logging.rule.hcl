rule "aws-cloudfront-logging" {
  summary     = "The distribution does not log its requests"
  category    = "security"
  severity    = "low"
  tags        = ["logging"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AWS_86"], trivy = ["AWS-0010"] }

  resource "aws_cloudfront_distribution" {
    require = any([for l in self.logging_config : l.bucket != null])
    at      = self
  }

  why  = "Without an access log an attack, a leak or a sudden bill cannot be traced to requests."
  help = "Add logging_config with a bucket."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudfront_distribution"]

  example "without logging_config" {
    flagged = <<-TF
      resource "aws_cloudfront_distribution" "web" {
        enabled = true
      }
    TF
  }

  example "with logging_config" {
    accepted = <<-TF
      resource "aws_cloudfront_distribution" "web" {
        enabled = true

        logging_config {
          bucket = "example-logs.s3.amazonaws.com"
        }
      }
    TF
  }
}

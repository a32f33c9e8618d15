rule "aws-cloudfront-s3-origin-access" {
  summary     = "The bucket behind the distribution must be readable by anyone"
  category    = "security"
  severity    = "medium"
  tags        = ["public"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV2_AWS_46"] }

  resource "aws_cloudfront_distribution" {
    each    = self.origin
    where   = length(each.value.custom_origin_config) == 0 && length(each.value.vpc_origin_config) == 0
    require = length(each.value.s3_origin_config) > 0 || each.value.origin_access_control_id != null
    message = "The origin ${each.value.origin_id} has no access control, so that its bucket has to be public."
  }

  why  = <<-TEXT
    A bucket without origin access control has to be public; its objects can then be read past the distribution, its firewall and its
    logs.
  TEXT
  help = "Declare aws_cloudfront_origin_access_control and name it in origin_access_control_id."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudfront_distribution"]

  example "without origin_access_control_id" {
    flagged = <<-TF
      resource "aws_cloudfront_distribution" "web" {
        enabled = true

        origin {
          domain_name = "example-web.s3.eu-west-1.amazonaws.com"
          origin_id   = "web"
        }
      }
    TF
  }

  example "origin_access_control_id is E1ABCDEF" {
    accepted = <<-TF
      resource "aws_cloudfront_distribution" "web" {
        enabled = true

        origin {
          domain_name              = "example-web.s3.eu-west-1.amazonaws.com"
          origin_id                = "web"
          origin_access_control_id = "E1ABCDEF"
        }
      }
    TF
  }
}

rule "aws-route53-dangling-record" {
  summary     = "The record points to an address that nothing here owns"
  category    = "security"
  severity    = "medium"
  tags        = ["network"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV2_AWS_23"] }

  resource "aws_route53_record" {
    where = self.type == "A"
    let = {
      owners = ["aws_eip", "aws_instance", "aws_lb", "aws_alb", "aws_elb", "aws_cloudfront_distribution", "aws_s3_bucket", "aws_s3_bucket_website_configuration", "aws_api_gateway_domain_name", "aws_apigatewayv2_domain_name", "aws_globalaccelerator_accelerator", "aws_elastic_beanstalk_environment", "aws_vpc_endpoint", "aws_lightsail_instance", "aws_lightsail_static_ip", "aws_db_instance", "aws_route53_record", "aws_nat_gateway", "aws_network_interface"]
    }
    require = any([for t in owners : refers("alias", t) || refers("records", t)])
    at      = self
  }

  why  = "When the address is given up, the next customer of AWS who gets it serves under your name."
  help = "Refer to the resource that has the address instead of writing it down."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/route53_record"]

  example "reported" {
    flagged = <<-TF
      resource "aws_route53_record" "www" {
        zone_id = "Z1"
        name    = "www.example.com"
        type    = "A"
        ttl     = 300
        records = ["203.0.113.10"]
      }
    TF
  }

  example "accepted" {
    accepted = <<-TF
      resource "aws_eip" "www" {
        domain = "vpc"
      }

      resource "aws_route53_record" "www" {
        zone_id = "Z1"
        name    = "www.example.com"
        type    = "A"
        ttl     = 300
        records = [aws_eip.www.public_ip]
      }
    TF
  }
}

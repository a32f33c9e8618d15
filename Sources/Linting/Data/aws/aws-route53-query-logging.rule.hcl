rule "aws-route53-query-logging" {
  summary     = "Queries to the zone are not logged"
  category    = "security"
  severity    = "info"
  tags        = ["logging", "network"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV2_AWS_39"] }

  resource "aws_route53_zone" {
    where   = length(self.vpc) == 0
    require = any([for l in related("aws_route53_query_log", "zone_id") : true])
    at      = self
  }

  why  = <<-TEXT
    Programs that were taken over find their masters by name; the log shows such names, and who looks for hosts that do not exist.
  TEXT
  help = "Declare aws_route53_query_log with a log group in us-east-1."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/route53_zone"]

  example "without aws_route53_query_log" {
    flagged = <<-TF
      resource "aws_route53_zone" "main" {
        name = "example.com"
      }
    TF
  }

  example "with aws_route53_query_log" {
    accepted = <<-TF
      resource "aws_route53_zone" "main" {
        name = "example.com"
      }

      resource "aws_route53_query_log" "main" {
        zone_id                  = aws_route53_zone.main.zone_id
        cloudwatch_log_group_arn = "arn:aws:logs:us-east-1:123456789012:log-group:dns"
      }
    TF
  }
}

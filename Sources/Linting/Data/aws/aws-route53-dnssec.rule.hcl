rule "aws-route53-dnssec" {
  summary     = "Answers of the zone are not signed"
  category    = "security"
  severity    = "low"
  tags        = ["network"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV2_AWS_38"] }

  resource "aws_route53_zone" {
    where = length(self.vpc) == 0
    require = (
      any([for d in related("aws_route53_hosted_zone_dnssec", "hosted_zone_id") : d.signing_status != "NOT_SIGNING"])
      || any([for k in related("aws_route53_key_signing_key", "hosted_zone_id") : true])
      || any([for a in related("aws_route53_zone_association", "zone_id") : true])
    )
    at = self
  }

  why  = "Resolvers cannot tell a forged answer from a real one, so that mail and visitors can be led elsewhere."
  help = "Declare aws_route53_key_signing_key and aws_route53_hosted_zone_dnssec, and give the DS record to the registrar."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/route53_zone"]

  example "without aws_route53_key_signing_key" {
    flagged = <<-TF
      resource "aws_route53_zone" "main" {
        name = "example.com"
      }
    TF
  }

  example "with aws_route53_key_signing_key" {
    accepted = <<-TF
      resource "aws_route53_zone" "main" {
        name = "example.com"
      }

      resource "aws_route53_key_signing_key" "main" {
        name                       = "main"
        hosted_zone_id             = aws_route53_zone.main.id
        key_management_service_arn = "arn:aws:kms:us-east-1:123456789012:key/1"
      }

      resource "aws_route53_hosted_zone_dnssec" "main" {
        hosted_zone_id = aws_route53_key_signing_key.main.hosted_zone_id
        depends_on     = [aws_route53_key_signing_key.main]
      }
    TF
  }
}

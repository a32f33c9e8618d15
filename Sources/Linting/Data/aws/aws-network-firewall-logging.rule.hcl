rule "aws-network-firewall-logging" {
  summary     = "The network firewall does not log"
  category    = "security"
  severity    = "low"
  tags        = ["logging", "network"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV2_AWS_63"] }

  resource "aws_networkfirewall_firewall" {
    require = any([for l in related("aws_networkfirewall_logging_configuration", "firewall_arn") : true])
    at      = self
  }

  why  = "What was let through and what was stopped cannot be found out."
  help = "Declare aws_networkfirewall_logging_configuration for the firewall."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/networkfirewall_firewall"]

  example "without aws_networkfirewall_logging_configuration" {
    flagged = <<-TF
      resource "aws_networkfirewall_firewall" "edge" {
        name                = "edge"
        vpc_id              = "vpc-0a1b2c3d"
        firewall_policy_arn = "arn:aws:network-firewall:eu-west-1:123456789012:firewall-policy/edge"
      }
    TF
  }

  example "with aws_networkfirewall_logging_configuration" {
    accepted = <<-TF
      resource "aws_networkfirewall_firewall" "edge" {
        name                = "edge"
        vpc_id              = "vpc-0a1b2c3d"
        firewall_policy_arn = "arn:aws:network-firewall:eu-west-1:123456789012:firewall-policy/edge"
      }

      resource "aws_networkfirewall_logging_configuration" "edge" {
        firewall_arn = aws_networkfirewall_firewall.edge.arn

        logging_configuration {
          log_destination_config {
            log_destination      = { bucketName = "example-logs" }
            log_destination_type = "S3"
            log_type             = "FLOW"
          }
        }
      }
    TF
  }
}

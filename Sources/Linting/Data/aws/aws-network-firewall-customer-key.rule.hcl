rule "aws-network-firewall-customer-key" {
  summary  = "The network firewall is not encrypted with a key of the customer"
  category = "security"
  severity = "low"
  tags     = ["encryption"]
  packs    = ["cmk"]

  resource "aws_networkfirewall_firewall" "aws_networkfirewall_rule_group" {
    require     = any([for e in self.encryption_configuration : e.key_id != null])
    at          = self
    equivalents = { checkov = ["CKV_AWS_345"] }
  }

  resource "aws_networkfirewall_firewall_policy" {
    require     = any([for e in self.encryption_configuration : e.key_id != null])
    at          = self
    equivalents = { checkov = ["CKV_AWS_346"] }
  }

  why  = "Rules tell an attacker what is let through; a key of your own decides, and records, who may read them."
  help = "Add encryption_configuration with a key_id and type = CUSTOMER_KMS."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/networkfirewall_firewall"]

  example "without encryption_configuration" {
    flagged = <<-TF
      resource "aws_networkfirewall_firewall" "edge" {
        name                = "edge"
        vpc_id              = "vpc-0a1b2c3d"
        firewall_policy_arn = "arn:aws:network-firewall:eu-west-1:123456789012:firewall-policy/edge"
      }
    TF
  }

  example "with encryption_configuration" {
    accepted = <<-TF
      resource "aws_networkfirewall_firewall" "edge" {
        name                = "edge"
        vpc_id              = "vpc-0a1b2c3d"
        firewall_policy_arn = "arn:aws:network-firewall:eu-west-1:123456789012:firewall-policy/edge"

        encryption_configuration {
          key_id = "arn:aws:kms:eu-west-1:123456789012:key/1"
          type   = "CUSTOMER_KMS"
        }
      }
    TF
  }
}

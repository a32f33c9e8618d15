rule "aws-network-firewall-deletion-protection" {
  summary     = "The network firewall can be deleted by one wrong apply"
  category    = "reliability"
  severity    = "low"
  tags        = ["network"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AWS_344"] }

  resource "aws_networkfirewall_firewall" {
    require = self.delete_protection == true

    fix {
      set    = { delete_protection = true }
      safety = "unsafe"
    }
  }

  why  = "With the firewall goes the way to the internet, or everything that kept traffic out."
  help = "Set delete_protection = true."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/networkfirewall_firewall"]

  example "without delete_protection" {
    flagged = <<-TF
      resource "aws_networkfirewall_firewall" "edge" {
        name                = "edge"
        vpc_id              = "vpc-0a1b2c3d"
        firewall_policy_arn = "arn:aws:network-firewall:eu-west-1:123456789012:firewall-policy/edge"
      }
    TF
  }

  example "delete_protection is true" {
    accepted = <<-TF
      resource "aws_networkfirewall_firewall" "edge" {
        name                = "edge"
        vpc_id              = "vpc-0a1b2c3d"
        firewall_policy_arn = "arn:aws:network-firewall:eu-west-1:123456789012:firewall-policy/edge"
        delete_protection   = true
      }
    TF
  }
}

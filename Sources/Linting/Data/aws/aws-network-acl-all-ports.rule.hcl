rule "aws-network-acl-all-ports" {
  summary     = "An entry of the network ACL opens every port"
  category    = "security"
  severity    = "medium"
  tags        = ["network", "public"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AWS_352"], trivy = ["AWS-0102"] }

  resource "aws_network_acl_rule" {
    where   = self.rule_action == "allow" && self.egress != true
    require = self.from_port != null || self.to_port != null
    message = "The entry names no ports, so that all of them are open."
  }

  resource "aws_network_acl_rule" {
    where   = self.rule_action == "allow" && self.egress != true
    require = self.protocol != "all" && self.protocol != "-1"
    message = "The entry covers every protocol and port."
  }

  why  = "An entry for all ports makes the ACL a formality: whatever a security group forgets is reachable."
  help = "Name the protocol, from_port and to_port that the subnet serves."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/network_acl_rule"]

  example "reported" {
    flagged = <<-TF
      resource "aws_network_acl_rule" "in" {
        network_acl_id = "acl-0a1b2c3d"
        rule_number    = 200
        protocol       = "-1"
        rule_action    = "allow"
        cidr_block     = "10.0.0.0/8"
      }
    TF
  }

  example "accepted" {
    accepted = <<-TF
      resource "aws_network_acl_rule" "in" {
        network_acl_id = "acl-0a1b2c3d"
        rule_number    = 200
        protocol       = "tcp"
        rule_action    = "allow"
        cidr_block     = "10.0.0.0/8"
        from_port      = 443
        to_port        = 443
      }
    TF
  }
}

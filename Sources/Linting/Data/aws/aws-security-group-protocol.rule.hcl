rule "aws-security-group-protocol" {
  summary  = "The rule names a protocol that does not exist"
  category = "correctness"
  severity = "medium"
  tags     = ["network"]

  resource "aws_security_group" {
    each        = self.ingress
    require     = can(regex("^(?i:-1|all|tcp|udp|icmp|icmpv6|[0-9]{1,3}|ah|esp|gre|ipip|ospf|sctp|vrrp|igmp|pim|l2tp|ipv6.*|rsvp|eigrp)$", each.value.protocol))
    message     = "There is no protocol ${each.value.protocol}."
    equivalents = { tflint = ["aws_security_group_invalid_protocol"] }
  }

  resource "aws_security_group" {
    each        = self.egress
    require     = can(regex("^(?i:-1|all|tcp|udp|icmp|icmpv6|[0-9]{1,3}|ah|esp|gre|ipip|ospf|sctp|vrrp|igmp|pim|l2tp|ipv6.*|rsvp|eigrp)$", each.value.protocol))
    message     = "There is no protocol ${each.value.protocol}."
    equivalents = { tflint = ["aws_security_group_invalid_protocol"] }
  }

  resource "aws_security_group_rule" {
    require     = can(regex("^(?i:-1|all|tcp|udp|icmp|icmpv6|[0-9]{1,3}|ah|esp|gre|ipip|ospf|sctp|vrrp|igmp|pim|l2tp|ipv6.*|rsvp|eigrp)$", self.protocol))
    message     = "There is no protocol ${self.protocol}."
    equivalents = { tflint = ["aws_security_group_rule_invalid_protocol"] }
  }

  why  = "AWS refuses the rule when the plan is applied; services such as http are protocols of a higher level."
  help = "Write tcp, udp, icmp, icmpv6, -1 for all, or the protocol's number."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/security_group"]

  example "protocol is https" {
    flagged = <<-TF
      resource "aws_security_group_rule" "web" {
        type              = "ingress"
        security_group_id = "sg-0123456789abcdef0"
        protocol          = "https"
        from_port         = 443
        to_port           = 443
        cidr_blocks       = ["10.0.0.0/8"]
      }
    TF
  }

  example "protocol is tcp" {
    accepted = <<-TF
      resource "aws_security_group_rule" "web" {
        type              = "ingress"
        security_group_id = "sg-0123456789abcdef0"
        protocol          = "tcp"
        from_port         = 443
        to_port           = 443
        cidr_blocks       = ["10.0.0.0/8"]
      }
    TF
  }
}

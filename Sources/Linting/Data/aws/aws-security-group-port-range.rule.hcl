rule "aws-security-group-port-range" {
  summary  = "The rule's ports cannot be meant"
  category = "correctness"
  severity = "medium"
  tags     = ["network"]

  resource "aws_security_group" "aws_default_security_group" {
    each    = self.ingress
    where   = each.value.protocol != "icmp" && each.value.protocol != "icmpv6"
    require = !(each.value.from_port > each.value.to_port)
    message = "The range begins at ${each.value.from_port} and ends at ${each.value.to_port}."
  }

  resource "aws_security_group_rule" {
    where   = self.protocol != "icmp" && self.protocol != "icmpv6"
    require = !(self.from_port > self.to_port)
    message = "The range begins at ${self.from_port} and ends at ${self.to_port}."
  }

  resource "aws_vpc_security_group_ingress_rule" "aws_vpc_security_group_egress_rule" {
    where   = self.ip_protocol != "icmp" && self.ip_protocol != "icmpv6"
    require = !(self.from_port > self.to_port)
    message = "The range begins at ${self.from_port} and ends at ${self.to_port}."
  }

  why  = "AWS refuses the rule when the plan is applied."
  help = "Write the lower port in from_port."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/security_group"]

  example "reported" {
    flagged = <<-TF
      resource "aws_security_group_rule" "web" {
        type              = "ingress"
        security_group_id = "sg-0123456789abcdef0"
        protocol          = "tcp"
        from_port         = 8443
        to_port           = 443
        cidr_blocks       = ["10.0.0.0/8"]
      }
    TF
  }

  example "accepted" {
    accepted = <<-TF
      resource "aws_security_group_rule" "web" {
        type              = "ingress"
        security_group_id = "sg-0123456789abcdef0"
        protocol          = "tcp"
        from_port         = 443
        to_port           = 8443
        cidr_blocks       = ["10.0.0.0/8"]
      }
    TF
  }
}

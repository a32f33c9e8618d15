rule "aws-security-group-open-egress" {
  summary     = "Hosts of the group may connect to anything"
  category    = "security"
  severity    = "low"
  tags        = ["network"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AWS_382"], trivy = ["AWS-0104"] }

  resource "aws_security_group" "aws_default_security_group" {
    each    = self.egress
    where   = ports_include(each.value, 1) && ports_include(each.value, 65535)
    require = !any([for c in each.value.cidr_blocks : is_public(c)]) && !any([for c in each.value.ipv6_cidr_blocks : is_public(c)])
    message = "Every port of every host on the internet may be reached from here."
  }

  resource "aws_security_group_rule" {
    where   = self.type == "egress" && ports_include(self, 1) && ports_include(self, 65535)
    require = !any([for c in self.cidr_blocks : is_public(c)]) && !any([for c in self.ipv6_cidr_blocks : is_public(c)])
    message = "Every port of every host on the internet may be reached from here."
  }

  resource "aws_vpc_security_group_egress_rule" {
    where   = ports_include(self, 1) && ports_include(self, 65535)
    require = !is_public(self.cidr_ipv4) && !is_public(self.cidr_ipv6)
    message = "Every port of every host on the internet may be reached from here."
  }

  why  = "A program that has been taken over loads its tools from the internet and sends data there; open egress does not slow it down."
  help = "Allow the ports and networks that are used: HTTPS, endpoints of the VPC, the database."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/security_group"]

  example "reported" {
    flagged = <<-TF
      resource "aws_vpc_security_group_egress_rule" "all" {
        security_group_id = "sg-0123456789abcdef0"
        cidr_ipv4         = "0.0.0.0/0"
        ip_protocol       = "-1"
      }
    TF
  }

  example "accepted" {
    accepted = <<-TF
      resource "aws_vpc_security_group_egress_rule" "https" {
        security_group_id = "sg-0123456789abcdef0"
        cidr_ipv4         = "0.0.0.0/0"
        ip_protocol       = "tcp"
        from_port         = 443
        to_port           = 443
      }
    TF
  }
}

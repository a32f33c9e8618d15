rule "aws-security-group-open-all" {
  summary     = "Every port is open to the internet"
  category    = "security"
  severity    = "critical"
  tags        = ["network", "public"]
  equivalents = { checkov = ["CKV_AWS_277"], kics = ["4728cd65-a20c-49da-8b31-9c08b423e4db"] }

  resource "aws_security_group" "aws_default_security_group" {
    each    = self.ingress
    where   = ports_include(each.value, 1) && ports_include(each.value, 65535)
    require = !any([for c in each.value.cidr_blocks : is_public(c)]) && !any([for c in each.value.ipv6_cidr_blocks : is_public(c)])
    message = "Every port is reachable from the whole internet."
  }

  resource "aws_security_group_rule" {
    where   = self.type == "ingress" && ports_include(self, 1) && ports_include(self, 65535)
    require = !any([for c in self.cidr_blocks : is_public(c)]) && !any([for c in self.ipv6_cidr_blocks : is_public(c)])
    message = "Every port is reachable from the whole internet."
  }

  resource "aws_vpc_security_group_ingress_rule" {
    where   = ports_include(self, 1) && ports_include(self, 65535)
    require = !is_public(self.cidr_ipv4) && !is_public(self.cidr_ipv6)
    message = "Every port is reachable from the whole internet."
  }

  why  = "Scanners find an open port within minutes and try passwords, stolen keys and known holes from then on."
  help = "Allow the addresses of your own network only, or reach hosts through Session Manager, a VPN or a load balancer."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/security_group"]

  example "open to all" {
    flagged = <<-TF
      resource "aws_security_group" "web" {
        name = "web"

        ingress {
          from_port   = 0
          to_port     = 0
          protocol    = "-1"
          cidr_blocks = ["10.0.0.0/8", "0.0.0.0/0"]
        }
      }
    TF
  }

  example "a rule of its own, through a dynamic list" {
    flagged = <<-TF
      locals {
        sources = ["0.0.0.0/0"]
      }

      resource "aws_vpc_security_group_ingress_rule" "in" {
        for_each          = toset(local.sources)
        security_group_id = "sg-0123456789abcdef0"
        cidr_ipv4         = each.value
        from_port         = 0
        to_port           = 0
        ip_protocol       = "-1"
      }
    TF
  }

  example "from the own network" {
    accepted = <<-TF
      resource "aws_security_group" "web" {
        name = "web"

        ingress {
          from_port   = 0
          to_port     = 0
          protocol    = "-1"
          cidr_blocks = ["10.0.0.0/8"]
        }

        ingress {
          from_port   = 443
          to_port     = 443
          protocol    = "tcp"
          cidr_blocks = ["0.0.0.0/0"]
        }
      }
    TF
  }
}

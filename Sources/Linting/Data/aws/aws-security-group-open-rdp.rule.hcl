rule "aws-security-group-open-rdp" {
  summary     = "Remote desktop is open to the internet"
  category    = "security"
  severity    = "high"
  tags        = ["network", "public", "cis-aws-1.2/4.1", "cis-aws-1.2/4.2"]
  equivalents = { checkov = ["CKV_AWS_25"], trivy = ["AWS-0107"], kics = ["151187cb-0efc-481c-babd-ad24e3c9bc22"] }
  covered_by  = ["aws-security-group-open-all"]

  resource "aws_security_group" "aws_default_security_group" {
    each    = self.ingress
    where   = ports_include(each.value, 3389)
    require = !any([for c in each.value.cidr_blocks : is_public(c)]) && !any([for c in each.value.ipv6_cidr_blocks : is_public(c)])
    message = "Remote desktop (port 3389) is reachable from the whole internet."
  }

  resource "aws_security_group_rule" {
    where   = self.type == "ingress" && ports_include(self, 3389)
    require = !any([for c in self.cidr_blocks : is_public(c)]) && !any([for c in self.ipv6_cidr_blocks : is_public(c)])
    message = "Remote desktop (port 3389) is reachable from the whole internet."
  }

  resource "aws_vpc_security_group_ingress_rule" {
    where   = ports_include(self, 3389)
    require = !is_public(self.cidr_ipv4) && !is_public(self.cidr_ipv6)
    message = "Remote desktop (port 3389) is reachable from the whole internet."
  }

  why  = "Scanners find an open port within minutes and try passwords, stolen keys and known holes from then on."
  help = "Allow the addresses of your own network only, or reach hosts through Session Manager, a VPN or a load balancer."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/security_group"]

  example "open to all" {
    flagged = <<-TF
      resource "aws_security_group" "web" {
        name = "web"

        ingress {
          from_port   = 3389
          to_port     = 3389
          protocol    = "tcp"
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
        from_port         = 3389
        to_port           = 3389
        ip_protocol       = "tcp"
      }
    TF
  }

  example "from the own network" {
    accepted = <<-TF
      resource "aws_security_group" "web" {
        name = "web"

        ingress {
          from_port   = 3389
          to_port     = 3389
          protocol    = "tcp"
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

rule "aws-security-group-conflict" {
  summary  = "Rules of one security group are declared in two ways"
  category = "correctness"
  severity = "medium"
  tags     = ["network"]

  resource "aws_security_group" "aws_default_security_group" {
    where   = length(self.ingress) > 0
    require = length(related("aws_vpc_security_group_ingress_rule", "security_group_id")) == 0 && !any([for r in related("aws_security_group_rule", "security_group_id") : r.type == "ingress"])
    at      = self.ingress
    message = "The blocks of the group and the rules beside it take each other away."
  }

  resource "aws_security_group" "aws_default_security_group" {
    where   = length(self.egress) > 0
    require = length(related("aws_vpc_security_group_egress_rule", "security_group_id")) == 0 && !any([for r in related("aws_security_group_rule", "security_group_id") : r.type == "egress"])
    at      = self.egress
    message = "The blocks of the group and the rules beside it take each other away."
  }

  why  = <<-TEXT
    A group with blocks removes every rule that is not one of them. Each apply then makes the separate rules again, or takes them away, and
    connections come and go.
  TEXT
  help = <<-TEXT
    Declare all rules of a group as resources of their own: aws_vpc_security_group_ingress_rule and aws_vpc_security_group_egress_rule.
  TEXT

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/security_group"]

  example "a block and a rule" {
    flagged = <<-TF
      resource "aws_security_group" "web" {
        name   = "web"
        vpc_id = "vpc-0a1b2c3d"

        ingress {
          protocol    = "tcp"
          from_port   = 443
          to_port     = 443
          cidr_blocks = ["10.0.0.0/8"]
        }
      }

      resource "aws_vpc_security_group_ingress_rule" "ssh" {
        security_group_id = aws_security_group.web.id
        ip_protocol       = "tcp"
        from_port         = 22
        to_port           = 22
        cidr_ipv4         = "10.1.0.0/16"
      }
    TF
  }

  example "rules alone" {
    accepted = <<-TF
      resource "aws_security_group" "web" {
        name   = "web"
        vpc_id = "vpc-0a1b2c3d"
      }

      resource "aws_vpc_security_group_ingress_rule" "ssh" {
        security_group_id = aws_security_group.web.id
        ip_protocol       = "tcp"
        from_port         = 22
        to_port           = 22
        cidr_ipv4         = "10.1.0.0/16"
      }
    TF
  }
}

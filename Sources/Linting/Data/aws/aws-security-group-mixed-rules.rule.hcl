rule "aws-security-group-mixed-rules" {
  summary  = "Rules of the group are declared in two ways that undo each other"
  category = "correctness"
  severity = "high"
  tags     = ["network"]

  resource "aws_security_group" "aws_default_security_group" {
    where = length(self.ingress) > 0
    require = (
      !any([for r in related("aws_security_group_rule", "security_group_id") : r.type == "ingress"])
      && !any([for r in related("aws_vpc_security_group_ingress_rule", "security_group_id") : true])
    )
    at      = self.ingress
    message = "The group has ingress blocks and rules of their own."
  }

  resource "aws_security_group" "aws_default_security_group" {
    where = length(self.egress) > 0
    require = (
      !any([for r in related("aws_security_group_rule", "security_group_id") : r.type == "egress"])
      && !any([for r in related("aws_vpc_security_group_egress_rule", "security_group_id") : true])
    )
    at      = self.egress
    message = "The group has egress blocks and rules of their own."
  }

  why  = <<-TEXT
    Blocks own all rules of the group: each apply removes the others, the next one adds them again, and in between connections fail.
  TEXT
  help = "Declare all rules as aws_vpc_security_group_ingress_rule and aws_vpc_security_group_egress_rule."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/security_group"]

  example "reported" {
    flagged = <<-TF
      resource "aws_security_group" "web" {
        name = "web"

        ingress {
          protocol    = "tcp"
          from_port   = 443
          to_port     = 443
          cidr_blocks = ["10.0.0.0/8"]
        }
      }

      resource "aws_vpc_security_group_ingress_rule" "http" {
        security_group_id = aws_security_group.web.id
        cidr_ipv4         = "10.0.0.0/8"
        ip_protocol       = "tcp"
        from_port         = 80
        to_port           = 80
      }
    TF
  }

  example "accepted" {
    accepted = <<-TF
      resource "aws_security_group" "web" {
        name = "web"
      }

      resource "aws_vpc_security_group_ingress_rule" "https" {
        security_group_id = aws_security_group.web.id
        cidr_ipv4         = "10.0.0.0/8"
        ip_protocol       = "tcp"
        from_port         = 443
        to_port           = 443
      }
    TF
  }
}

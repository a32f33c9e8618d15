rule "aws-security-group-old-rules" {
  summary  = "Rules of the group are declared in an old way"
  category = "style"
  severity = "info"
  tags     = ["network"]
  packs    = ["strict"]

  resource "aws_security_group" {
    require     = length(self.ingress) == 0 && length(self.egress) == 0
    message     = "The group's rules are blocks."
    equivalents = { tflint = ["aws_security_group_inline_rules"] }
  }

  resource "aws_security_group_rule" {
    require     = false
    at          = self
    message     = "aws_security_group_rule keeps several rules under one address."
    equivalents = { tflint = ["aws_security_group_rule_deprecated"] }
  }

  why  = <<-TEXT
    Blocks cannot be added to from other modules, and aws_security_group_rule has trouble with several networks and with descriptions;
    the provider advises against both.
  TEXT
  help = "Use aws_vpc_security_group_ingress_rule and aws_vpc_security_group_egress_rule."

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
    TF
  }

  example "accepted" {
    accepted = <<-TF
      resource "aws_vpc_security_group_ingress_rule" "https" {
        security_group_id = "sg-0123456789abcdef0"
        cidr_ipv4         = "10.0.0.0/8"
        ip_protocol       = "tcp"
        from_port         = 443
        to_port           = 443
      }
    TF
  }
}

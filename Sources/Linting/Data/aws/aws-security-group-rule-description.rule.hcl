rule "aws-security-group-rule-description" {
  summary     = "The rule does not say what it is for"
  category    = "style"
  severity    = "info"
  packs       = ["strict"]

  resource "aws_vpc_security_group_ingress_rule" "aws_security_group_rule" {
    require = self.description != null && self.description != ""
  }

  why  = "Nobody dares to remove a rule whose purpose nobody remembers."
  help = "Add a description."

  example "reported" {
    flagged = <<-TF
      resource "aws_vpc_security_group_ingress_rule" "this" {
        security_group_id = "sg-0123456789abcdef0"
        cidr_ipv4         = "10.0.0.0/8"
        ip_protocol       = "tcp"
        from_port         = 443
        to_port           = 443
      }
    TF
  }

  example "accepted" {
    accepted = <<-TF
      resource "aws_vpc_security_group_ingress_rule" "this" {
        security_group_id = "sg-0123456789abcdef0"
        cidr_ipv4         = "10.0.0.0/8"
        ip_protocol       = "tcp"
        from_port         = 443
        to_port           = 443
        description       = "HTTPS from the office"
      }
    TF
  }
}

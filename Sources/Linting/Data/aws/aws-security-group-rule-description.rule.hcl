rule "aws-security-group-rule-description" {
  summary  = "The security group or its rule does not say what it is for"
  category = "style"
  severity = "info"
  tags     = ["network"]
  packs    = ["strict"]

  resource "aws_security_group" {
    require     = self.description != null && self.description != "" && self.description != "Managed by Terraform"
    at          = self
    message     = "The group has no description."
    equivalents = { checkov = ["CKV_AWS_23"], trivy = ["AWS-0099"] }
  }

  resource "aws_security_group" {
    each        = self.ingress
    require     = each.value.description != null && each.value.description != ""
    message     = "A rule of the group has no description."
    equivalents = { checkov = ["CKV_AWS_23"], trivy = ["AWS-0124"] }
  }

  resource "aws_security_group" {
    each        = self.egress
    require     = each.value.description != null && each.value.description != ""
    message     = "A rule of the group has no description."
    equivalents = { checkov = ["CKV_AWS_23"], trivy = ["AWS-0124"] }
  }

  resource "aws_vpc_security_group_ingress_rule" "aws_vpc_security_group_egress_rule" "aws_security_group_rule" {
    require     = self.description != null && self.description != ""
    equivalents = { checkov = ["CKV_AWS_23"], trivy = ["AWS-0124"] }
  }

  why  = "Nobody dares to remove a rule whose purpose nobody remembers."
  help = "Add a description."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/security_group"]

  example "without description" {
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

  example "description is HTTPS from the office" {
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

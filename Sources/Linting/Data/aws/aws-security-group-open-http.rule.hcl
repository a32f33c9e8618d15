rule "aws-security-group-open-http" {
  summary     = "Port 80 is open to the internet"
  category    = "security"
  severity    = "info"
  tags        = ["network", "public"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AWS_260"] }
  covered_by  = ["aws-security-group-open-all"]

  resource "aws_security_group" "aws_default_security_group" {
    each    = self.ingress
    where   = ports_include(each.value, 80)
    require = !any([for c in each.value.cidr_blocks : is_public(c)]) && !any([for c in each.value.ipv6_cidr_blocks : is_public(c)])
    message = "Port 80 is reachable from the whole internet."
  }

  resource "aws_security_group_rule" {
    where   = self.type == "ingress" && ports_include(self, 80)
    require = !any([for c in self.cidr_blocks : is_public(c)]) && !any([for c in self.ipv6_cidr_blocks : is_public(c)])
    message = "Port 80 is reachable from the whole internet."
  }

  resource "aws_vpc_security_group_ingress_rule" {
    where   = ports_include(self, 80)
    require = !is_public(self.cidr_ipv4) && !is_public(self.cidr_ipv6)
    message = "Port 80 is reachable from the whole internet."
  }

  why  = "What is served on port 80 travels in clear, sessions and passwords included."
  help = "Serve HTTPS, and let a load balancer or CDN redirect port 80."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/security_group"]

  example "reported" {
    flagged = <<-TF
      resource "aws_vpc_security_group_ingress_rule" "http" {
        security_group_id = "sg-0123456789abcdef0"
        cidr_ipv4         = "0.0.0.0/0"
        ip_protocol       = "tcp"
        from_port         = 80
        to_port           = 80
      }
    TF
  }

  example "accepted" {
    accepted = <<-TF
      resource "aws_vpc_security_group_ingress_rule" "http" {
        security_group_id = "sg-0123456789abcdef0"
        cidr_ipv4         = "0.0.0.0/0"
        ip_protocol       = "tcp"
        from_port         = 443
        to_port           = 443
      }
    TF
  }
}

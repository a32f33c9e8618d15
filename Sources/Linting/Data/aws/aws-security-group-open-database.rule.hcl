rule "aws-security-group-open-database" {
  summary     = "A database or an internal service is open to the internet"
  category    = "security"
  severity    = "high"
  tags        = ["network", "public", "cis-aws-1.2/4.1", "cis-aws-1.2/4.2"]
  equivalents = { trivy = ["AWS-0107"] }
  covered_by  = ["aws-security-group-open-all"]

  parameter "ports" {
    default = [21, 23, 135, 445, 1433, 1521, 2049, 2375, 2379, 3306, 5432, 5601, 5984, 6379, 7001, 8020, 9042, 9092, 9200, 9300, 10250, 11211, 27017, 50070]
    summary = "The ports that no service should show to the internet."
  }

  resource "aws_security_group" "aws_default_security_group" {
    each    = self.ingress
    where   = any([for p in param.ports : ports_include(each.value, p)])
    require = !any([for c in each.value.cidr_blocks : is_public(c)]) && !any([for c in each.value.ipv6_cidr_blocks : is_public(c)])
    message = "The whole internet reaches ${each.value.from_port == each.value.to_port ? "port" : "ports ${each.value.from_port} to"} ${each.value.to_port}, which internal services use."
  }

  resource "aws_security_group_rule" {
    where   = self.type == "ingress" && any([for p in param.ports : ports_include(self, p)])
    require = !any([for c in self.cidr_blocks : is_public(c)]) && !any([for c in self.ipv6_cidr_blocks : is_public(c)])
    message = "The whole internet reaches ${self.from_port == self.to_port ? "port" : "ports ${self.from_port} to"} ${self.to_port}, which internal services use."
  }

  resource "aws_vpc_security_group_ingress_rule" {
    where   = any([for p in param.ports : ports_include(self, p)])
    require = !is_public(self.cidr_ipv4) && !is_public(self.cidr_ipv6)
    message = "The whole internet reaches ${self.from_port == self.to_port ? "port" : "ports ${self.from_port} to"} ${self.to_port}, which internal services use."
  }

  why  = "Databases, caches and consoles are scanned for all day; many of them ask for no password, and the others have had holes."
  help = "Allow the security group of the clients instead of a network, or the addresses of your own network."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/security_group"]

  example "cidr_ipv4 is 0.0.0.0/0" {
    flagged = <<-TF
      resource "aws_vpc_security_group_ingress_rule" "postgres" {
        security_group_id = "sg-0123456789abcdef0"
        cidr_ipv4         = "0.0.0.0/0"
        ip_protocol       = "tcp"
        from_port         = 5432
        to_port           = 5432
      }
    TF
  }

  example "cidr_ipv4 is 10.0.0.0/8" {
    accepted = <<-TF
      resource "aws_vpc_security_group_ingress_rule" "postgres" {
        security_group_id = "sg-0123456789abcdef0"
        cidr_ipv4         = "10.0.0.0/8"
        ip_protocol       = "tcp"
        from_port         = 5432
        to_port           = 5432
      }
    TF
  }
}

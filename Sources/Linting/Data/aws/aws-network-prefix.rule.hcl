rule "aws-network-prefix" {
  summary  = "The network's prefix is not one that AWS takes"
  category = "correctness"
  severity = "medium"
  tags     = ["network"]

  resource "aws_vpc" {
    where   = self.cidr_block != null && can(cidrhost(self.cidr_block, 0))
    require = cidrhost(self.cidr_block, 0) == split("/", self.cidr_block)[0]
    message = "${self.cidr_block} has bits beyond its length: the network begins at ${cidrhost(self.cidr_block, 0)}."
  }

  resource "aws_subnet" {
    where   = self.cidr_block != null && can(cidrhost(self.cidr_block, 0))
    require = cidrhost(self.cidr_block, 0) == split("/", self.cidr_block)[0]
    message = "${self.cidr_block} has bits beyond its length: the network begins at ${cidrhost(self.cidr_block, 0)}."
  }

  resource "aws_vpc" {
    where   = self.cidr_block != null && can(cidrhost(self.cidr_block, 0))
    require = tonumber(split("/", self.cidr_block)[1]) >= 16 && tonumber(split("/", self.cidr_block)[1]) <= 28
    message = "${self.cidr_block} is too large or too small for a VPC: 16 to 28 bits are possible."
  }

  resource "aws_subnet" {
    where   = self.cidr_block != null && can(cidrhost(self.cidr_block, 0))
    require = tonumber(split("/", self.cidr_block)[1]) >= 16 && tonumber(split("/", self.cidr_block)[1]) <= 28
    message = "${self.cidr_block} is too large or too small for a subnet: 16 to 28 bits are possible."
  }

  resource "aws_route" {
    where   = self.destination_cidr_block != null && can(cidrhost(self.destination_cidr_block, 0))
    require = cidrhost(self.destination_cidr_block, 0) == split("/", self.destination_cidr_block)[0]
    message = "${self.destination_cidr_block} has bits beyond its length: the network begins at ${cidrhost(self.destination_cidr_block, 0)}."
  }

  resource "aws_vpc_security_group_ingress_rule" "aws_vpc_security_group_egress_rule" {
    where   = self.cidr_ipv4 != null && can(cidrhost(self.cidr_ipv4, 0))
    require = cidrhost(self.cidr_ipv4, 0) == split("/", self.cidr_ipv4)[0]
    message = "${self.cidr_ipv4} has bits beyond its length: the network begins at ${cidrhost(self.cidr_ipv4, 0)}."
  }

  why  = "AWS refuses the prefix, or takes another one than was written, so that each plan shows a change."
  help = "Write the first address of the network, and a length between 16 and 28 for VPCs and subnets."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/vpc"]

  example "bits beyond the length" {
    flagged = <<-TF
      resource "aws_subnet" "a" {
        vpc_id     = "vpc-0a1b2c3d"
        cidr_block = "10.0.1.7/24"
      }
    TF
  }

  example "accepted" {
    accepted = <<-TF
      resource "aws_subnet" "a" {
        vpc_id     = "vpc-0a1b2c3d"
        cidr_block = "10.0.1.0/24"
      }
    TF
  }
}

rule "aws-nat-gateway-per-zone" {
  summary  = "Every zone has a NAT gateway of its own"
  category = "cost"
  severity = "info"
  packs    = ["cost"]

  resource "aws_vpc" {
    let     = { zones = flatten([for s in related("aws_subnet", "vpc_id") : [for n in related("aws_nat_gateway", "subnet_id", s) : true]]) }
    require = length(zones) <= 2
    at      = self
    message = "The VPC has ${length(zones)} NAT gateways."
  }

  why  = "Gateways are charged by the hour; one for each zone survives the loss of a zone, which not every environment needs."
  help = "Use one gateway outside of production. Keep one for each zone where the loss of a zone must not stop anything."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/vpc"]

  example "reported" {
    flagged = <<-TF
      resource "aws_vpc" "main" {
        cidr_block = "10.0.0.0/16"
      }

      resource "aws_subnet" "public" {
        count      = 3
        vpc_id     = aws_vpc.main.id
        cidr_block = "10.0.${count.index}.0/24"
      }

      resource "aws_nat_gateway" "main" {
        count         = 3
        allocation_id = "eipalloc-${count.index}"
        subnet_id     = aws_subnet.public[count.index].id
      }
    TF
  }

  example "accepted" {
    accepted = <<-TF
      resource "aws_vpc" "main" {
        cidr_block = "10.0.0.0/16"
      }

      resource "aws_subnet" "public" {
        count      = 3
        vpc_id     = aws_vpc.main.id
        cidr_block = "10.0.${count.index}.0/24"
      }

      resource "aws_nat_gateway" "main" {

        allocation_id = "eipalloc-1"
        subnet_id     = aws_subnet.public[0].id
      }
    TF
  }
}

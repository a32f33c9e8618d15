rule "aws-vpc-gateway-endpoint" {
  summary  = "Traffic to S3 or DynamoDB goes through a NAT gateway"
  category = "cost"
  severity = "info"
  packs    = ["cost"]

  resource "aws_vpc" {
    where   = any([for s in related("aws_subnet", "vpc_id") : any([for n in related("aws_nat_gateway", "subnet_id", s) : true])])
    require = any([for e in related("aws_vpc_endpoint", "vpc_id") : e.vpc_endpoint_type == null || e.vpc_endpoint_type == "Gateway"])
    at      = self
    message = "The VPC has NAT gateways and no gateway endpoint."
  }

  why  = "Each gigabyte through a NAT gateway is charged; gateway endpoints for S3 and DynamoDB cost nothing."
  help = "Declare aws_vpc_endpoint with vpc_endpoint_type = Gateway for S3 and DynamoDB."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/vpc"]

  example "without aws_vpc_endpoint" {
    flagged = <<-TF
      resource "aws_vpc" "main" {
        cidr_block = "10.0.0.0/16"
      }

      resource "aws_subnet" "public" {
        vpc_id     = aws_vpc.main.id
        cidr_block = "10.0.0.0/24"
      }

      resource "aws_nat_gateway" "main" {
        allocation_id = "eipalloc-1"
        subnet_id     = aws_subnet.public.id
      }
    TF
  }

  example "with aws_vpc_endpoint" {
    accepted = <<-TF
      resource "aws_vpc" "main" {
        cidr_block = "10.0.0.0/16"
      }

      resource "aws_subnet" "public" {
        vpc_id     = aws_vpc.main.id
        cidr_block = "10.0.0.0/24"
      }

      resource "aws_nat_gateway" "main" {
        allocation_id = "eipalloc-1"
        subnet_id     = aws_subnet.public.id
      }

      resource "aws_vpc_endpoint" "s3" {
        vpc_id            = aws_vpc.main.id
        service_name      = "com.amazonaws.eu-west-1.s3"
        vpc_endpoint_type = "Gateway"
      }
    TF
  }
}

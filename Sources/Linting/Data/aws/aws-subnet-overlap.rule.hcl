rule "aws-subnet-overlap" {
  summary  = "Two subnets of the VPC overlap"
  category = "correctness"
  severity = "high"
  tags     = ["network"]

  resource "aws_subnet" {
    where   = self.cidr_block != null && can(cidrhost(self.cidr_block, 0))
    require = alike("vpc_id", "cidr_block") <= 1
    message = "Another subnet of the VPC has the prefix ${self.cidr_block}, too."
  }

  why  = "AWS refuses the second subnet when the plan is applied."
  help = "Give each subnet a prefix of its own, for instance with cidrsubnet."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/subnet"]

  example "cidr_block is 10.0.1.0/24" {
    flagged = <<-TF
      resource "aws_vpc" "main" {
        cidr_block = "10.0.0.0/16"
      }

      resource "aws_subnet" "a" {
        vpc_id     = aws_vpc.main.id
        cidr_block = "10.0.1.0/24"
      }

      resource "aws_subnet" "b" {
        vpc_id     = aws_vpc.main.id
        cidr_block = "10.0.1.0/24"
      }
    TF
  }

  example "cidr_block is 10.0.2.0/24" {
    accepted = <<-TF
      resource "aws_vpc" "main" {
        cidr_block = "10.0.0.0/16"
      }

      resource "aws_subnet" "a" {
        vpc_id     = aws_vpc.main.id
        cidr_block = "10.0.1.0/24"
      }

      resource "aws_subnet" "b" {
        vpc_id     = aws_vpc.main.id
        cidr_block = "10.0.2.0/24"
      }
    TF
  }
}

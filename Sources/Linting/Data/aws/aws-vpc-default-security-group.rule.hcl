rule "aws-vpc-default-security-group" {
  summary     = "Nothing closes the VPC's default security group"
  category    = "security"
  severity    = "low"
  tags        = ["network"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV2_AWS_12"] }

  resource "aws_vpc" {
    let = { groups = related("aws_default_security_group", "vpc_id") }
    require = any([
      for g in groups :
      all([for r in g.ingress : false]) && all([for r in g.egress : false])
      && length(related("aws_security_group_rule", "security_group_id", g)) == 0
      && length(related("aws_vpc_security_group_ingress_rule", "security_group_id", g)) == 0
      && length(related("aws_vpc_security_group_egress_rule", "security_group_id", g)) == 0
    ])
    at      = self
  }

  why  = <<-TEXT
    AWS creates a default security group with every VPC, which lets its members talk to each other and to anywhere. Terraform only empties
    it when it is declared.
  TEXT
  help = "Declare aws_default_security_group for the VPC, without rules."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/vpc"]

  example "not declared" {
    flagged = <<-TF
      resource "aws_vpc" "main" {
        cidr_block = "10.0.0.0/16"
      }
    TF
  }

  example "declared without rules" {
    accepted = <<-TF
      resource "aws_vpc" "main" {
        cidr_block = "10.0.0.0/16"
      }

      resource "aws_default_security_group" "main" {
        vpc_id = aws_vpc.main.id
      }
    TF
  }
}

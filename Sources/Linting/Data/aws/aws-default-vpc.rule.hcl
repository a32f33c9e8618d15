rule "aws-default-vpc" {
  summary     = "The account's default VPC is put to use"
  category    = "security"
  severity    = "medium"
  tags        = ["network"]
  equivalents = { checkov = ["CKV_AWS_148"], trivy = ["AWS-0101"] }

  resource "aws_default_vpc" {
    require = false
    at      = self
  }

  why  = <<-TEXT
    The default VPC has public subnets only: whatever is started in it gets a public address. Its layout is the same in every account,
    so networks that use it cannot be connected later.
  TEXT
  help = "Declare a VPC of your own with private subnets, and leave the default one unused."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/default_vpc"]

  example "adopting the default VPC" {
    flagged = <<-TF
      resource "aws_default_vpc" "this" {
        tags = { Name = "default" }
      }
    TF
  }

  example "a VPC of its own" {
    accepted = <<-TF
      resource "aws_vpc" "this" {
        cidr_block = "10.0.0.0/16"
      }
    TF
  }
}

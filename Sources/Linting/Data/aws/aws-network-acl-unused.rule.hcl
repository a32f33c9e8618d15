rule "aws-network-acl-unused" {
  summary     = "The network ACL applies to no subnet"
  category    = "security"
  severity    = "info"
  tags        = ["network"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV2_AWS_1"] }

  resource "aws_network_acl" {
    require = (
      (self.subnet_ids != null && (refers("subnet_ids", "aws_subnet") || length(self.subnet_ids) > 0))
      || any([for a in related("aws_network_acl_association", "network_acl_id") : true])
    )
    at = self
  }

  why  = "Its rules look as if they protected something, while the subnets use the default ACL that allows everything."
  help = "List the subnets in subnet_ids."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/network_acl"]

  example "without subnet_ids" {
    flagged = <<-TF
      resource "aws_network_acl" "main" {
        vpc_id = "vpc-0a1b2c3d"
      }
    TF
  }

  example "subnet_ids is subnet-1" {
    accepted = <<-TF
      resource "aws_network_acl" "main" {
        vpc_id     = "vpc-0a1b2c3d"
        subnet_ids = ["subnet-1"]
      }
    TF
  }
}

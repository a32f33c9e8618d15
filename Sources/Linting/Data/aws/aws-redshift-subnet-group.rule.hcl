rule "aws-redshift-subnet-group" {
  summary     = "The data warehouse stands in the default network"
  category    = "security"
  severity    = "info"
  tags        = ["network"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AWS_154"], trivy = ["AWS-0127"] }

  resource "aws_redshift_cluster" {
    require = self.cluster_subnet_group_name != null
  }

  why  = "Without a subnet group the warehouse stands in the account's default network, whose subnets are public."
  help = "Declare aws_redshift_subnet_group with private subnets and name it in cluster_subnet_group_name."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/redshift_cluster"]

  example "without cluster_subnet_group_name" {
    flagged = <<-TF
      resource "aws_redshift_cluster" "sales" {
        cluster_identifier = "sales"
        node_type          = "ra3.xlplus"
      }
    TF
  }

  example "cluster_subnet_group_name is private" {
    accepted = <<-TF
      resource "aws_redshift_cluster" "sales" {
        cluster_identifier        = "sales"
        node_type                 = "ra3.xlplus"
        cluster_subnet_group_name = "private"
      }
    TF
  }
}

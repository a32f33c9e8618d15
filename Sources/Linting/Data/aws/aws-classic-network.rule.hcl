rule "aws-classic-network" {
  summary     = "The resource belongs to EC2-Classic, which has ended"
  category    = "security"
  severity    = "info"
  tags        = ["network"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AWS_154"], trivy = ["AWS-0127", "AWS-0085"] }

  resource "aws_redshift_cluster" {
    require = self.cluster_subnet_group_name != null
    message = "The cluster names no subnet group, so that it does not stand in a network of its own."
  }

  why  = "Without a subnet group the cluster stands in the account's default network, whose subnets are public."
  help = "Declare aws_redshift_subnet_group with private subnets and name it in cluster_subnet_group_name."

  example "reported" {
    flagged = <<-TF
      resource "aws_redshift_cluster" "sales" {
        cluster_identifier = "sales"
        node_type          = "ra3.xlplus"
      }
    TF
  }

  example "accepted" {
    accepted = <<-TF
      resource "aws_redshift_cluster" "sales" {
        cluster_identifier        = "sales"
        node_type                 = "ra3.xlplus"
        cluster_subnet_group_name = "private"
      }
    TF
  }
}

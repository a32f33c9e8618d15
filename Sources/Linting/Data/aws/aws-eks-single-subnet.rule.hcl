rule "aws-eks-single-subnet" {
  summary  = "The cluster or its nodes stand in one subnet"
  category = "reliability"
  severity = "low"
  packs    = ["strict"]

  resource "aws_eks_node_group" {
    require = length(self.subnet_ids) != 1
  }

  why  = "The loss of a zone takes all nodes at once."
  help = "List subnets of two or more zones."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/eks_node_group"]

  example "subnet_ids is subnet-1" {
    flagged = <<-TF
      resource "aws_eks_node_group" "workers" {
        cluster_name  = "main"
        node_role_arn = "arn:aws:iam::123456789012:role/node"
        subnet_ids    = ["subnet-1"]
      }
    TF
  }

  example "subnet_ids is subnet-1 and subnet-2" {
    accepted = <<-TF
      resource "aws_eks_node_group" "workers" {
        cluster_name  = "main"
        node_role_arn = "arn:aws:iam::123456789012:role/node"
        subnet_ids    = ["subnet-1", "subnet-2"]
      }
    TF
  }
}

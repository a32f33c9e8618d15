rule "aws-spot-candidate" {
  summary  = "Work that can be interrupted runs at the full price"
  category = "cost"
  severity = "info"
  packs    = ["cost"]

  resource "aws_eks_node_group" {
    require = self.capacity_type == "SPOT"
    message = "The nodes are bought on demand."

    fix {
      set    = { capacity_type = "SPOT" }
      safety = "unsafe"
    }
  }

  resource "aws_batch_compute_environment" {
    require = !any([for c in self.compute_resources : c.type == "EC2" || c.type == "FARGATE"])
    message = "The compute environment buys its capacity on demand."
  }

  why  = "Spot capacity costs up to 90 % less; batch work and stateless services can be started again."
  help = "Use SPOT for what may be interrupted, beside a group on demand for the rest."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/eks_node_group"]

  example "without capacity_type" {
    flagged = <<-TF
      resource "aws_eks_node_group" "workers" {
        cluster_name  = "main"
        node_role_arn = "arn:aws:iam::123456789012:role/node"
        subnet_ids    = ["subnet-1"]
      }
    TF
  }

  example "capacity_type is SPOT" {
    accepted = <<-TF
      resource "aws_eks_node_group" "workers" {
        cluster_name  = "main"
        node_role_arn = "arn:aws:iam::123456789012:role/node"
        subnet_ids    = ["subnet-1"]
        capacity_type = "SPOT"
      }
    TF
  }
}

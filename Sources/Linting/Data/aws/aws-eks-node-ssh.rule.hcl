rule "aws-eks-node-ssh" {
  summary     = "Nodes of the cluster accept SSH from anywhere"
  category    = "security"
  severity    = "high"
  tags        = ["network", "public"]
  equivalents = { checkov = ["CKV_AWS_100"] }

  resource "aws_eks_node_group" {
    require = !any([
      for r in self.remote_access :
      r.ec2_ssh_key != null && (r.source_security_group_ids == null || length(r.source_security_group_ids) == 0)
    ])
  }

  why  = "With a key and no groups named, EKS opens port 22 of every node to the whole internet."
  help = "List groups in source_security_group_ids, or remove ec2_ssh_key and use Session Manager."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/eks_node_group"]

  example "without source_security_group_ids" {
    flagged = <<-TF
      resource "aws_eks_node_group" "workers" {
        cluster_name  = "main"
        node_role_arn = "arn:aws:iam::123456789012:role/node"
        subnet_ids    = ["subnet-1"]

        remote_access {
          ec2_ssh_key = "operators"
        }
      }
    TF
  }

  example "source_security_group_ids is sg-0a1b2c3d" {
    accepted = <<-TF
      resource "aws_eks_node_group" "workers" {
        cluster_name  = "main"
        node_role_arn = "arn:aws:iam::123456789012:role/node"
        subnet_ids    = ["subnet-1"]

        remote_access {
          ec2_ssh_key               = "operators"
          source_security_group_ids = ["sg-0a1b2c3d"]
        }
      }
    TF
  }
}

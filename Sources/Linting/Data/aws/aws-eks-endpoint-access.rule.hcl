rule "aws-eks-endpoint-access" {
  summary     = "The control plane of the cluster has a public address"
  category    = "security"
  severity    = "info"
  tags        = ["network", "public"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AWS_39"], trivy = ["AWS-0040"] }

  resource "aws_eks_cluster" {
    require = any([for v in self.vpc_config : v.endpoint_public_access == false])
    at      = self
  }

  why  = "Even with a list of networks, the control plane is one mistake in that list away from the internet."
  help = "Set endpoint_public_access = false and endpoint_private_access = true."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/eks_cluster"]

  example "reported" {
    flagged = <<-TF
      resource "aws_eks_cluster" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/eks"

        vpc_config {
          subnet_ids          = ["subnet-1", "subnet-2"]
          public_access_cidrs = ["198.51.100.0/24"]
        }
      }
    TF
  }

  example "accepted" {
    accepted = <<-TF
      resource "aws_eks_cluster" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/eks"

        vpc_config {
          subnet_ids              = ["subnet-1", "subnet-2"]
          endpoint_private_access = true
          endpoint_public_access  = false
        }
      }
    TF
  }
}

rule "aws-eks-public-endpoint" {
  summary     = "The control plane of the cluster answers the whole internet"
  category    = "security"
  severity    = "high"
  tags        = ["network", "public"]
  equivalents = { checkov = ["CKV_AWS_38"], trivy = ["AWS-0040", "AWS-0041"], kics = ["61cf9883-1752-4768-b18c-0d57f2737709"] }

  resource "aws_eks_cluster" {
    require = !any([for b in self.vpc_config : b.endpoint_public_access != false && (b.public_access_cidrs == null || length(b.public_access_cidrs) == 0 || is_public(b.public_access_cidrs))])
  }

  why  = "A stolen token or a hole in the API server is of use from anywhere."
  help = "Set endpoint_public_access = false, or list your networks in public_access_cidrs."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/eks_cluster"]

  example "without endpoint_public_access" {
    flagged = <<-TF
      resource "aws_eks_cluster" "this" {
        name     = "c"
        role_arn = "arn:aws:iam::123456789012:role/c"

        vpc_config {
          subnet_ids = []
        }
      }
    TF
  }

  example "endpoint_public_access is false" {
    accepted = <<-TF
      resource "aws_eks_cluster" "this" {
        name     = "c"
        role_arn = "arn:aws:iam::123456789012:role/c"

        vpc_config {
          subnet_ids             = []
          endpoint_public_access = false
        }
      }
    TF
  }
}

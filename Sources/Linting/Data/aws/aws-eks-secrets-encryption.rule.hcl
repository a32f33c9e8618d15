rule "aws-eks-secrets-encryption" {
  summary     = "Secrets of the cluster are not encrypted with a key"
  category    = "security"
  severity    = "medium"
  tags        = ["encryption"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AWS_58"], trivy = ["AWS-0039"] }

  resource "aws_eks_cluster" {
    require = any([for b in self.encryption_config : any([for r in b.resources : r == "secrets"]) && any([for p in b.provider : p.key_arn != null])])
  }

  why  = "Secrets lie in the store of the control plane; a key of yours decides who can read them and records it."
  help = "Add encryption_config with the resource secrets and a key."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/eks_cluster"]

  example "without encryption_config" {
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

  example "with encryption_config" {
    accepted = <<-TF
      resource "aws_eks_cluster" "this" {
        name     = "c"
        role_arn = "arn:aws:iam::123456789012:role/c"

        vpc_config {
          subnet_ids = []
        }

        encryption_config {
          resources = ["secrets"]

          provider {
            key_arn = "arn:aws:kms:eu-central-1:123456789012:key/1"
          }
        }
      }
    TF
  }
}

rule "kubernetes-eks-identity-map" {
  summary     = "Rights in an EKS cluster are kept in a config map"
  category    = "kubernetes"
  severity    = "low"
  tags        = ["rbac"]
  packs       = ["strict"]
  equivalents = { trivy = ["KSV-0115"] }

  resource "kubernetes_config_map" "kubernetes_config_map_v1" {
    require = !any([for m in self.metadata : m.name == "aws-auth"])
    message = "Who may change this map may become an administrator of the cluster."
  }

  why  = "The aws-auth map says which IAM identities are who in the cluster. A mistake in it locks everyone out, and its changes are not seen by IAM."
  help = "Use access entries of the cluster (aws_eks_access_entry)."

  references = ["https://registry.terraform.io/providers/hashicorp/kubernetes/latest/docs/resources/config_map_v1"]

  example "in a map" {
    flagged = <<-TF
      resource "kubernetes_config_map_v1" "auth" {
        metadata {
          name      = "aws-auth"
          namespace = "kube-system"
        }
      }
    TF
  }

  example "other content" {
    accepted = <<-TF
      resource "kubernetes_config_map_v1" "settings" {
        metadata {
          name      = "settings"
          namespace = "shop"
        }
      }
    TF
  }
}

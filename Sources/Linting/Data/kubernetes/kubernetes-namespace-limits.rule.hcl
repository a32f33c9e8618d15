rule "kubernetes-namespace-limits" {
  summary     = "The namespace has no limits for its containers"
  category    = "kubernetes"
  severity    = "info"
  tags        = ["limits"]
  packs       = ["strict"]
  equivalents = { trivy = ["KSV-0039"] }

  resource "kubernetes_namespace" "kubernetes_namespace_v1" {
    require = any([for r in related("kubernetes_limit_range", "metadata.namespace") : true]) || any([for r in related("kubernetes_limit_range_v1", "metadata.namespace") : true])
    message = "Containers without limits may take all of a node."
  }

  why  = "A limit range gives containers that say nothing a share, and refuses those that want too much."
  help = "Add a kubernetes_limit_range_v1 for the namespace."

  references = ["https://registry.terraform.io/providers/hashicorp/kubernetes/latest/docs/resources/namespace_v1"]

  example "none" {
    flagged = <<-TF
      resource "kubernetes_namespace_v1" "shop" {
        metadata {
          name = "shop"
        }
      }
    TF
  }

  example "with a range" {
    accepted = <<-TF
      resource "kubernetes_namespace_v1" "shop" {
        metadata {
          name = "shop"
        }
      }

      resource "kubernetes_limit_range_v1" "shop" {
        metadata {
          name      = "shop"
          namespace = kubernetes_namespace_v1.shop.metadata[0].name
        }

        spec {
          limit {
            type    = "Container"
            default = { memory = "256Mi" }
          }
        }
      }
    TF
  }
}

rule "kubernetes-namespace-quota" {
  summary     = "The namespace has no quota"
  category    = "kubernetes"
  severity    = "info"
  tags        = ["limits"]
  packs       = ["strict"]
  equivalents = { trivy = ["KSV-0040"] }

  resource "kubernetes_namespace" "kubernetes_namespace_v1" {
    require = any([for r in related("kubernetes_resource_quota", "metadata.namespace") : true]) || any([for r in related("kubernetes_resource_quota_v1", "metadata.namespace") : true])
    message = "One namespace may take all of the cluster."
  }

  why  = "A quota keeps a faulty or hostile program of one team from starving the others."
  help = "Add a kubernetes_resource_quota_v1 for the namespace."

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

  example "with a quota" {
    accepted = <<-TF
      resource "kubernetes_namespace_v1" "shop" {
        metadata {
          name = "shop"
        }
      }

      resource "kubernetes_resource_quota_v1" "shop" {
        metadata {
          name      = "shop"
          namespace = kubernetes_namespace_v1.shop.metadata[0].name
        }

        spec {
          hard = { pods = "20" }
        }
      }
    TF
  }
}

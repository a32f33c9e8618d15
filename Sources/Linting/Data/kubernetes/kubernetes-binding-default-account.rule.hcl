rule "kubernetes-binding-default-account" {
  summary     = "Rights are given to the default service account"
  category    = "kubernetes"
  severity    = "medium"
  tags        = ["rbac"]
  equivalents = { checkov = ["CKV_K8S_42"] }

  resource "kubernetes_role_binding" "kubernetes_role_binding_v1" "kubernetes_cluster_role_binding" "kubernetes_cluster_role_binding_v1" {
    each    = self.subject
    require = !(each.value.kind == "ServiceAccount" && each.value.name == "default")
    message = "Every pod of the namespace that names no account gets these rights."
  }

  why  = "All pods that name no account use the default one: rights of one program become those of all."
  help = "Make a service account for the program, and bind the role to it."

  references = ["https://registry.terraform.io/providers/hashicorp/kubernetes/latest/docs/resources/role_binding_v1"]

  example "the default one" {
    flagged = <<-TF
      resource "kubernetes_cluster_role_binding_v1" "web" {
        metadata {
          name = "web"
        }

        role_ref {
          api_group = "rbac.authorization.k8s.io"
          kind      = "ClusterRole"
          name      = "view"
        }

        subject {
          kind      = "ServiceAccount"
          name      = "default"
          namespace = "shop"
        }
      }
    TF
  }

  example "one of its own" {
    accepted = <<-TF
      resource "kubernetes_cluster_role_binding_v1" "web" {
        metadata {
          name = "web"
        }

        role_ref {
          api_group = "rbac.authorization.k8s.io"
          kind      = "ClusterRole"
          name      = "view"
        }

        subject {
          kind      = "ServiceAccount"
          name      = "web"
          namespace = "shop"
        }
      }
    TF
  }
}

rule "kubernetes-binding-anonymous" {
  summary     = "Rights are given to everyone who reaches the API"
  category    = "kubernetes"
  severity    = "critical"
  tags        = ["rbac", "public"]
  equivalents = { trivy = ["KSV-0122"] }

  resource "kubernetes_role_binding" "kubernetes_role_binding_v1" "kubernetes_cluster_role_binding" "kubernetes_cluster_role_binding_v1" {
    each    = self.subject
    require = !contains(["system:anonymous", "system:unauthenticated"], each.value.name)
    message = "Callers without credentials get these rights."
  }

  why  = "system:anonymous and system:unauthenticated stand for callers without any credentials."
  help = "Bind the role to the users, groups or accounts that need it."

  references = ["https://registry.terraform.io/providers/hashicorp/kubernetes/latest/docs/resources/role_binding_v1"]

  example "without credentials" {
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
          kind      = "Group"
          name      = "system:unauthenticated"
        }
      }
    TF
  }

  example "one account" {
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

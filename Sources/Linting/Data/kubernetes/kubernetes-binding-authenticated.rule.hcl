rule "kubernetes-binding-authenticated" {
  summary     = "Rights are given to everyone who has any account"
  category    = "kubernetes"
  severity    = "critical"
  tags        = ["rbac", "public"]
  equivalents = { trivy = ["KSV-01011"] }

  resource "kubernetes_role_binding" "kubernetes_role_binding_v1" "kubernetes_cluster_role_binding" "kubernetes_cluster_role_binding_v1" {
    each    = self.subject
    require = each.value.name != "system:authenticated"
    message = "Every user and every service account of the cluster gets these rights."
  }

  why  = <<-TEXT
    system:authenticated holds all who can log in at all. On clusters that accept the logins of a cloud, that may be anybody with an account
    there.
  TEXT
  help = "Bind the role to the groups or service accounts that need it."

  references = ["https://registry.terraform.io/providers/hashicorp/kubernetes/latest/docs/resources/role_binding_v1"]

  example "all who can log in" {
    flagged = <<-TF
      resource "kubernetes_cluster_role_binding_v1" "readers" {
        metadata {
          name = "readers"
        }

        role_ref {
          api_group = "rbac.authorization.k8s.io"
          kind      = "ClusterRole"
          name      = "view"
        }

        subject {
          kind = "Group"
          name = "system:authenticated"
        }
      }
    TF
  }

  example "one team" {
    accepted = <<-TF
      resource "kubernetes_cluster_role_binding_v1" "readers" {
        metadata {
          name = "readers"
        }

        role_ref {
          api_group = "rbac.authorization.k8s.io"
          kind      = "ClusterRole"
          name      = "view"
        }

        subject {
          kind = "Group"
          name = "shop-developers"
        }
      }
    TF
  }
}

rule "kubernetes-binding-masters" {
  summary     = "Rights are given to the group system:masters"
  category    = "kubernetes"
  severity    = "high"
  tags        = ["rbac"]
  equivalents = { trivy = ["KSV-0123"] }

  resource "kubernetes_role_binding" "kubernetes_role_binding_v1" "kubernetes_cluster_role_binding" "kubernetes_cluster_role_binding_v1" {
    each    = self.subject
    require = each.value.name != "system:masters"
    message = "The binding names the group that passes every check."
  }

  why  = "Members of system:masters pass every check of rights, and cannot be limited again while their certificates live."
  help = "Bind the role to a group of your own."

  references = ["https://registry.terraform.io/providers/hashicorp/kubernetes/latest/docs/resources/role_binding_v1"]

  example "the masters" {
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
          name      = "system:masters"
        }
      }
    TF
  }

  example "a group" {
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
          kind      = "Group"
          name      = "operators"
        }
      }
    TF
  }
}

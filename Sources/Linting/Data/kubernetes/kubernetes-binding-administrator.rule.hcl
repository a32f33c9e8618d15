rule "kubernetes-binding-administrator" {
  summary  = "A powerful built-in role is given away"
  category = "kubernetes"
  severity = "medium"
  tags     = ["rbac"]
  packs    = ["strict"]

  resource "kubernetes_role_binding" "kubernetes_role_binding_v1" "kubernetes_cluster_role_binding" "kubernetes_cluster_role_binding_v1" {
    require     = !contains(["cluster-admin"], self.role_ref.name)
    message     = "The subjects may do everything."
    equivalents = { trivy = ["KSV-0111", "KSV-0052"] }
  }

  resource "kubernetes_role_binding" "kubernetes_role_binding_v1" {
    require     = !contains(["admin", "edit"], self.role_ref.name)
    message     = "The subjects may change nearly everything in the namespace."
    equivalents = { trivy = ["KSV-0051"] }
  }

  why  = "cluster-admin may do everything, admin and edit nearly everything in a namespace, reading its secrets included."
  help = "Write a role with the verbs and resources that are used."

  references = ["https://registry.terraform.io/providers/hashicorp/kubernetes/latest/docs/resources/role_binding_v1"]

  example "the administrator" {
    flagged = <<-TF
      resource "kubernetes_cluster_role_binding_v1" "web" {
        metadata {
          name = "web"
        }

        role_ref {
          api_group = "rbac.authorization.k8s.io"
          kind      = "ClusterRole"
          name      = "cluster-admin"
        }

        subject {
          kind      = "Group"
          name      = "operators"
        }
      }
    TF
  }

  example "reading" {
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

rule "kubernetes-role-rbac" {
  summary     = "The role may change roles and bindings"
  category    = "kubernetes"
  severity    = "high"
  tags        = ["rbac"]
  packs       = ["strict"]
  equivalents = { trivy = ["KSV-0050"] }

  resource "kubernetes_role" "kubernetes_role_v1" "kubernetes_cluster_role" "kubernetes_cluster_role_v1" {
    each    = self.rule
    require = !(any([for x in each.value.resources : contains(["roles", "rolebindings", "clusterroles", "clusterrolebindings", "*"], x)]) && any([for x in each.value.verbs : contains(["create", "update", "patch", "delete", "deletecollection", "bind", "escalate", "impersonate", "*"], x)]))
    message = "The role may give rights away, itself included."
  }

  why  = "Who writes roles or bindings can widen their own rights."
  help = "Leave roles and bindings to administrators."

  references = ["https://registry.terraform.io/providers/hashicorp/kubernetes/latest/docs/resources/role_v1"]

  example "allowed" {
    flagged = <<-TF
      resource "kubernetes_cluster_role_v1" "web" {
        metadata {
          name = "web"
        }

        rule {
          api_groups = ["rbac.authorization.k8s.io"]
          resources  = ["rolebindings"]
          verbs      = ["create"]
        }
      }
    TF
  }

  example "reading of pods" {
    accepted = <<-TF
      resource "kubernetes_cluster_role_v1" "web" {
        metadata {
          name = "web"
        }

        rule {
          api_groups = [""]
          resources  = ["pods"]
          verbs      = ["get", "list"]
        }
      }
    TF
  }
}

rule "kubernetes-role-impersonate" {
  summary     = "The role may act as other users"
  category    = "kubernetes"
  severity    = "high"
  tags        = ["rbac"]
  packs       = ["strict"]
  equivalents = { trivy = ["KSV-0043"] }

  resource "kubernetes_role" "kubernetes_role_v1" "kubernetes_cluster_role" "kubernetes_cluster_role_v1" {
    each    = self.rule
    require = !(any([for x in each.value.verbs : contains(["impersonate"], x)]))
    message = "The role may act as somebody else."
  }

  why  = "Who impersonates a group such as system:masters has its rights."
  help = "Limit impersonation with resource_names, or remove it."

  references = ["https://registry.terraform.io/providers/hashicorp/kubernetes/latest/docs/resources/role_v1"]

  example "allowed" {
    flagged = <<-TF
      resource "kubernetes_cluster_role_v1" "web" {
        metadata {
          name = "web"
        }

        rule {
          api_groups = [""]
          resources  = ["users", "groups"]
          verbs      = ["impersonate"]
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

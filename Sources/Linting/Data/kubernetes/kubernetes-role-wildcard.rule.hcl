rule "kubernetes-role-wildcard" {
  summary  = "The role allows everything of some kind"
  category = "kubernetes"
  severity = "high"
  tags     = ["rbac"]
  packs    = ["strict"]

  resource "kubernetes_role" "kubernetes_role_v1" "kubernetes_cluster_role" "kubernetes_cluster_role_v1" {
    each        = self.rule
    require     = !(any([for x in each.value.api_groups : contains(["*"], x)]) || any([for x in each.value.resources : contains(["*"], x)]) || any([for x in each.value.verbs : contains(["*"], x)]))
    message     = "The role names a wildcard."
    equivalents = { checkov = ["CKV_K8S_49"] }
  }

  resource "kubernetes_role" "kubernetes_role_v1" "kubernetes_cluster_role" "kubernetes_cluster_role_v1" {
    each        = self.rule
    require     = !any([for x in each.value.verbs : contains(["*"], x)])
    message     = "The role allows every verb."
    equivalents = { trivy = ["KSV-0045", "KSV-0044"] }
  }

  resource "kubernetes_role" "kubernetes_role_v1" "kubernetes_cluster_role" "kubernetes_cluster_role_v1" {
    each        = self.rule
    require     = !any([for x in each.value.resources : contains(["*"], x)])
    message     = "The role allows every resource."
    equivalents = { trivy = ["KSV-0046", "KSV-0112"] }
  }

  why  = "A wildcard grows with the cluster: what is installed tomorrow is allowed too."
  help = "Name the groups, resources and verbs that are used."

  references = ["https://registry.terraform.io/providers/hashicorp/kubernetes/latest/docs/resources/role_v1"]

  example "every verb" {
    flagged = <<-TF
      resource "kubernetes_cluster_role_v1" "web" {
        metadata {
          name = "web"
        }

        rule {
          api_groups = [""]
          resources  = ["pods"]
          verbs      = ["*"]
        }
      }
    TF
  }

  example "named" {
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

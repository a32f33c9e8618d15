rule "kubernetes-role-secrets" {
  summary     = "The role may read or change secrets"
  category    = "kubernetes"
  severity    = "medium"
  tags        = ["rbac"]
  packs       = ["strict"]
  equivalents = { trivy = ["KSV-0041", "KSV-0113", "KSV-0055"] }

  resource "kubernetes_role" "kubernetes_role_v1" "kubernetes_cluster_role" "kubernetes_cluster_role_v1" {
    each    = self.rule
    require = !(any([for x in each.value.resources : contains(["secrets", "*"], x)]) && any([for x in each.value.verbs : contains(["get", "list", "watch", "create", "update", "patch", "delete", "deletecollection", "impersonate", "*"], x)]))
    message = "The role reaches secrets of the namespace, or of all of them."
  }

  why  = "Secrets hold the credentials of other programs: who reads them is those programs."
  help = "Name single secrets with resource_names, or mount what the program needs."

  references = ["https://registry.terraform.io/providers/hashicorp/kubernetes/latest/docs/resources/role_v1"]

  example "allowed" {
    flagged = <<-TF
      resource "kubernetes_cluster_role_v1" "web" {
        metadata {
          name = "web"
        }

        rule {
          api_groups = [""]
          resources  = ["secrets"]
          verbs      = ["get", "list"]
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

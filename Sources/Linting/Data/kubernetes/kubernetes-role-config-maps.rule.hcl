rule "kubernetes-role-config-maps" {
  summary     = "The role may change config maps"
  category    = "kubernetes"
  severity    = "low"
  tags        = ["rbac"]
  packs       = ["strict"]
  equivalents = { trivy = ["KSV-0049"] }

  resource "kubernetes_role" "kubernetes_role_v1" "kubernetes_cluster_role" "kubernetes_cluster_role_v1" {
    each    = self.rule
    require = !(any([for x in each.value.resources : contains(["configmaps", "*"], x)]) && any([for x in each.value.verbs : contains(["create", "update", "patch", "delete", "deletecollection", "impersonate", "*"], x)]))
    message = "The role changes the configuration of other programs."
  }

  why  = "Configuration decides what programs do and, in some clusters, who may log in."
  help = "Name single config maps with resource_names."

  references = ["https://registry.terraform.io/providers/hashicorp/kubernetes/latest/docs/resources/role_v1"]

  example "allowed" {
    flagged = <<-TF
      resource "kubernetes_cluster_role_v1" "web" {
        metadata {
          name = "web"
        }

        rule {
          api_groups = [""]
          resources  = ["configmaps"]
          verbs      = ["update"]
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

rule "kubernetes-role-pod-logs" {
  summary     = "The role may delete logs of pods"
  category    = "kubernetes"
  severity    = "low"
  tags        = ["rbac"]
  packs       = ["strict"]
  equivalents = { trivy = ["KSV-0042"] }

  resource "kubernetes_role" "kubernetes_role_v1" "kubernetes_cluster_role" "kubernetes_cluster_role_v1" {
    each    = self.rule
    require = !(any([for x in each.value.resources : contains(["pods/log", "*"], x)]) && any([for x in each.value.verbs : contains(["delete", "deletecollection", "update", "*"], x)]))
    message = "The role may take away what pods have logged."
  }

  why  = "Logs say what happened; who removes them hides it."
  help = "Allow reading only."

  references = ["https://registry.terraform.io/providers/hashicorp/kubernetes/latest/docs/resources/role_v1"]

  example "allowed" {
    flagged = <<-TF
      resource "kubernetes_cluster_role_v1" "web" {
        metadata {
          name = "web"
        }

        rule {
          api_groups = [""]
          resources  = ["pods/log"]
          verbs      = ["delete"]
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

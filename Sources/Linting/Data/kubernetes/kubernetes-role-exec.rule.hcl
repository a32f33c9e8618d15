rule "kubernetes-role-exec" {
  summary     = "The role may run commands in pods"
  category    = "kubernetes"
  severity    = "medium"
  tags        = ["rbac"]
  packs       = ["strict"]
  equivalents = { trivy = ["KSV-0053", "KSV-0054"] }

  resource "kubernetes_role" "kubernetes_role_v1" "kubernetes_cluster_role" "kubernetes_cluster_role_v1" {
    each    = self.rule
    require = !(any([for x in each.value.resources : contains(["pods/exec", "pods/attach"], x)]) && any([for x in each.value.verbs : contains(["create", "get", "*"], x)]))
    message = "The role may run commands in running pods."
  }

  why  = "A shell in a pod has its secrets and its network."
  help = "Keep pods/exec to people who need it for a while."

  references = ["https://registry.terraform.io/providers/hashicorp/kubernetes/latest/docs/resources/role_v1"]

  example "allowed" {
    flagged = <<-TF
      resource "kubernetes_cluster_role_v1" "web" {
        metadata {
          name = "web"
        }

        rule {
          api_groups = [""]
          resources  = ["pods/exec"]
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

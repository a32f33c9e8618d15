rule "kubernetes-role-pods" {
  summary     = "The role may start pods"
  category    = "kubernetes"
  severity    = "medium"
  tags        = ["rbac"]
  packs       = ["strict"]
  equivalents = { trivy = ["KSV-0048"] }

  resource "kubernetes_role" "kubernetes_role_v1" "kubernetes_cluster_role" "kubernetes_cluster_role_v1" {
    each    = self.rule
    require = !(any([for x in each.value.resources : contains(["pods", "deployments", "jobs", "cronjobs", "statefulsets", "daemonsets", "replicasets", "replicationcontrollers", "*"], x)]) && any([for x in each.value.verbs : contains(["create", "update", "patch", "*"], x)]))
    message = "Who may start pods gets every secret and account of the namespace."
  }

  why  = "A pod may mount any secret and run as any account of its namespace: who starts pods has all of their rights."
  help = "Leave starting of workloads to the deployment pipeline."

  references = ["https://registry.terraform.io/providers/hashicorp/kubernetes/latest/docs/resources/role_v1"]

  example "allowed" {
    flagged = <<-TF
      resource "kubernetes_cluster_role_v1" "web" {
        metadata {
          name = "web"
        }

        rule {
          api_groups = ["apps"]
          resources  = ["deployments"]
          verbs      = ["create", "patch"]
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

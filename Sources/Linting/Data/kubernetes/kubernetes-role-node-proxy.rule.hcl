rule "kubernetes-role-node-proxy" {
  summary     = "The role reaches the kubelets of nodes"
  category    = "kubernetes"
  severity    = "high"
  tags        = ["rbac"]
  packs       = ["recommended"]
  equivalents = { trivy = ["KSV-0047"] }

  resource "kubernetes_role" "kubernetes_role_v1" "kubernetes_cluster_role" "kubernetes_cluster_role_v1" {
    each    = self.rule
    require = !(any([for x in each.value.resources : contains(["nodes/proxy"], x)]) && any([for x in each.value.verbs : contains(["get", "create", "*"], x)]))
    message = "The role may run commands in every pod of every node."
  }

  why  = "Through nodes/proxy a caller talks to the kubelet as the API server does: past admission and audit."
  help = "Remove nodes/proxy."

  references = ["https://registry.terraform.io/providers/hashicorp/kubernetes/latest/docs/resources/role_v1"]

  example "allowed" {
    flagged = <<-TF
      resource "kubernetes_cluster_role_v1" "web" {
        metadata {
          name = "web"
        }

        rule {
          api_groups = [""]
          resources  = ["nodes/proxy"]
          verbs      = ["get", "create"]
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

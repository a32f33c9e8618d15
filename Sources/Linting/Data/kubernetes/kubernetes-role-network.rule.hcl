rule "kubernetes-role-network" {
  summary     = "The role may change services and network policies"
  category    = "kubernetes"
  severity    = "medium"
  tags        = ["rbac"]
  packs       = ["strict"]
  equivalents = { trivy = ["KSV-0056"] }

  resource "kubernetes_role" "kubernetes_role_v1" "kubernetes_cluster_role" "kubernetes_cluster_role_v1" {
    each    = self.rule
    require = !(any([for x in each.value.resources : contains(["services", "endpoints", "endpointslices", "networkpolicies", "ingresses", "*"], x)]) && any([for x in each.value.verbs : contains(["create", "update", "patch", "delete", "deletecollection", "impersonate", "*"], x)]))
    message = "The role may redirect traffic of other programs."
  }

  why  = "Endpoints, ingresses and policies decide where traffic goes and who may listen."
  help = "Leave networking to the deployment pipeline."

  references = ["https://registry.terraform.io/providers/hashicorp/kubernetes/latest/docs/resources/role_v1"]

  example "allowed" {
    flagged = <<-TF
      resource "kubernetes_cluster_role_v1" "web" {
        metadata {
          name = "web"
        }

        rule {
          api_groups = ["networking.k8s.io"]
          resources  = ["networkpolicies"]
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

rule "kubernetes-role-webhooks" {
  summary     = "The role may change admission webhooks"
  category    = "kubernetes"
  severity    = "high"
  tags        = ["rbac"]
  packs       = ["strict"]
  equivalents = { trivy = ["KSV-0114"] }

  resource "kubernetes_role" "kubernetes_role_v1" "kubernetes_cluster_role" "kubernetes_cluster_role_v1" {
    each    = self.rule
    require = !(any([for x in each.value.resources : contains(["mutatingwebhookconfigurations", "validatingwebhookconfigurations", "*"], x)]) && any([for x in each.value.verbs : contains(["create", "update", "patch", "delete", "deletecollection", "impersonate", "*"], x)]))
    message = "The role may read and change every object that is written."
  }

  why  = "A webhook sees every object that is written, secrets included, and may change it."
  help = "Leave webhooks to administrators."

  references = ["https://registry.terraform.io/providers/hashicorp/kubernetes/latest/docs/resources/role_v1"]

  example "allowed" {
    flagged = <<-TF
      resource "kubernetes_cluster_role_v1" "web" {
        metadata {
          name = "web"
        }

        rule {
          api_groups = ["admissionregistration.k8s.io"]
          resources  = ["mutatingwebhookconfigurations"]
          verbs      = ["patch"]
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

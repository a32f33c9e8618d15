rule "kubernetes-network-policy-selector" {
  summary     = "The network policy selects no pods in particular"
  category    = "kubernetes"
  severity    = "info"
  tags        = ["network"]
  packs       = ["strict"]
  equivalents = { trivy = ["KSV-0038"] }

  resource "kubernetes_network_policy" "kubernetes_network_policy_v1" {
    require = any([for s in self.spec.pod_selector : length(coalesce(s.match_labels, {})) > 0 || any([for e in s.match_expressions : true])])
    message = "The policy holds for every pod of its namespace."
  }

  why  = "A policy for all pods is right as the first, which denies; one that allows traffic should name those that need it."
  help = "Name the pods with match_labels."

  references = ["https://registry.terraform.io/providers/hashicorp/kubernetes/latest/docs/resources/network_policy_v1"]

  example "all pods" {
    flagged = <<-TF
      resource "kubernetes_network_policy_v1" "web" {
        metadata {
          name = "web"
        }

        spec {
          pod_selector {}
          policy_types = ["Ingress"]
        }
      }
    TF
  }

  example "those of the program" {
    accepted = <<-TF
      resource "kubernetes_network_policy_v1" "web" {
        metadata {
          name = "web"
        }

        spec {
          pod_selector {
            match_labels = { app = "web" }
          }

          policy_types = ["Ingress"]
        }
      }
    TF
  }
}

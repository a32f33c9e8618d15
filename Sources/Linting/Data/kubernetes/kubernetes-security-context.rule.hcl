rule "kubernetes-security-context" {
  summary  = "Nothing limits what the container may do"
  category = "kubernetes"
  severity = "low"
  tags     = ["hardening"]
  packs    = ["strict"]

  subject "kubernetes-container" {
    require     = any([for c in each.value.security_context : true])
    message     = "The container ${each.value.name} has no security context."
    equivalents = { checkov = ["CKV_K8S_30"], trivy = ["KSV-0118"] }
  }

  subject "kubernetes-pod" {
    require     = any([for c in each.value.security_context : true])
    message     = "The pod has no security context."
    equivalents = { checkov = ["CKV_K8S_29"] }
  }

  why  = "Without a security context a container has the defaults of the runtime: a writable root, root as its user, more capabilities than it needs."
  help = "Add security_context blocks that say who the containers run as and what they may not do."

  references = ["https://registry.terraform.io/providers/hashicorp/kubernetes/latest/docs/resources/pod_v1"]

  example "nothing is said" {
    flagged = <<-TF
      resource "kubernetes_pod_v1" "web" {
        metadata {
          name = "web"
        }

        spec {
          container {
            name  = "web"
            image = "registry.example.com/web:1.4.2"
          }
        }
      }
    TF
  }

  example "limited" {
    accepted = <<-TF
      resource "kubernetes_pod_v1" "web" {
        metadata {
          name = "web"
        }

        spec {
          security_context {
            run_as_non_root = true
          }

          container {
            name  = "web"
            image = "registry.example.com/web:1.4.2"

            security_context {
              read_only_root_filesystem = true
            }
          }
        }
      }
    TF
  }
}

rule "kubernetes-capabilities-kept" {
  summary  = "The container keeps capabilities that it does not need"
  category = "kubernetes"
  severity = "low"
  tags     = ["hardening"]
  packs    = ["strict"]

  subject "kubernetes-container" {
    require     = any([for c in each.value.security_context : any([for k in c.capabilities : any([for d in k.drop : upper(d) == "ALL"])])])
    message     = "The container ${each.value.name} keeps capabilities of the runtime's default set."
    equivalents = { checkov = ["CKV_K8S_37"], trivy = ["KSV-0003", "KSV-0106"] }
  }

  subject "kubernetes-container" {
    require     = any([for c in each.value.security_context : any([for k in c.capabilities : any([for d in k.drop : contains(["ALL", "NET_RAW"], upper(d))])])])
    message     = "The container ${each.value.name} may forge packets."
    equivalents = { checkov = ["CKV_K8S_28"], trivy = ["KSV-0004"] }
  }

  why  = "The default set lets a container change owners of files, forge packets and bind any port. Hardly any program needs them."
  help = "Drop ALL, and add what is really needed."

  references = ["https://registry.terraform.io/providers/hashicorp/kubernetes/latest/docs/resources/pod_v1"]

  example "the default set" {
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

  example "all dropped" {
    accepted = <<-TF
      resource "kubernetes_pod_v1" "web" {
        metadata {
          name = "web"
        }

        spec {
          container {
            name  = "web"
            image = "registry.example.com/web:1.4.2"

            security_context {
              capabilities {
                drop = ["ALL"]
              }
            }
          }
        }
      }
    TF
  }
}

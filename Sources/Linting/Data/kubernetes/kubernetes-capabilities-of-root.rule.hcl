rule "kubernetes-capabilities-of-root" {
  summary  = "The container gets capabilities that equal root on the node"
  category = "kubernetes"
  severity = "high"
  tags     = ["hardening"]

  subject "kubernetes-container" {
    require     = !any([for c in each.value.security_context : any([for k in c.capabilities : any([for a in k.add : contains(["SYS_ADMIN", "ALL", "CAP_SYS_ADMIN"], upper(a))])])])
    message     = "The container ${each.value.name} may mount, trace and reconfigure what it reaches."
    equivalents = { checkov = ["CKV_K8S_39"], trivy = ["KSV-0005"] }
  }

  subject "kubernetes-container" {
    require     = !any([for c in each.value.security_context : any([for k in c.capabilities : any([for a in k.add : contains(["SYS_MODULE", "CAP_SYS_MODULE"], upper(a))])])])
    message     = "The container ${each.value.name} may load modules into the kernel of its node."
    equivalents = { trivy = ["KSV-0120"] }
  }

  subject "kubernetes-container" {
    require     = !any([for c in each.value.security_context : any([for k in c.capabilities : any([for a in k.add : contains(["NET_RAW", "CAP_NET_RAW"], upper(a))])])])
    message     = "The container ${each.value.name} may forge packets of its neighbours."
    equivalents = { trivy = ["KSV-0119"] }
  }

  why  = "SYS_ADMIN, SYS_MODULE and ALL are ways out of the container: with them a hole in its program is a hole in the node."
  help = "Remove them; give the one narrow capability that the program needs, if any."

  references = ["https://registry.terraform.io/providers/hashicorp/kubernetes/latest/docs/resources/pod_v1"]

  example "the kernel's administrator" {
    flagged = <<-TF
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
                add = ["SYS_ADMIN"]
              }
            }
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

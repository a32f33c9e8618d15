rule "kubernetes-capabilities-added" {
  summary  = "The container gets capabilities beyond the default"
  category = "kubernetes"
  severity = "low"
  tags     = ["hardening"]
  packs    = ["strict"]

  subject "kubernetes-container" {
    require     = !any([for c in each.value.security_context : any([for k in c.capabilities : any([for a in k.add : true])])])
    message     = "The container ${each.value.name} gets capabilities."
    equivalents = { checkov = ["CKV_K8S_25"] }
  }

  subject "kubernetes-container" {
    require     = !any([for c in each.value.security_context : any([for k in c.capabilities : any([for a in k.add : upper(a) != "NET_BIND_SERVICE"])])])
    message     = "The container ${each.value.name} gets capabilities beyond the default ones."
    equivalents = { trivy = ["KSV-0022"] }
  }

  why  = "Each added capability opens a part of the kernel to the container."
  help = "Remove what is added; a program that listens above 1023 needs none."

  references = ["https://registry.terraform.io/providers/hashicorp/kubernetes/latest/docs/resources/pod_v1"]

  example "the network of the node" {
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
                add = ["NET_ADMIN"]
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

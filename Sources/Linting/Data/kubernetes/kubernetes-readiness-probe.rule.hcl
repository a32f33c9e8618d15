rule "kubernetes-readiness-probe" {
  summary     = "The container has no readiness probe"
  category    = "kubernetes"
  severity    = "low"
  tags        = ["availability"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_K8S_9"] }

  subject "kubernetes-lasting-container" {
    require = any([for p in each.value.readiness_probe : true])
    message = "The container ${each.value.name} gets traffic before it can answer."
  }

  why  = "A service sends requests to a pod as soon as its containers run; without a probe that is before the program listens, at every rollout."
  help = "Add a readiness_probe that succeeds when the program can serve."

  references = ["https://registry.terraform.io/providers/hashicorp/kubernetes/latest/docs/resources/pod_v1"]

  example "nothing is asked" {
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

  example "asked over TCP" {
    accepted = <<-TF
      resource "kubernetes_pod_v1" "web" {
        metadata {
          name = "web"
        }

        spec {
          container {
            name  = "web"
            image = "registry.example.com/web:1.4.2"

            readiness_probe {
              tcp_socket {
                port = 8080
              }
            }
          }
        }
      }
    TF
  }
}

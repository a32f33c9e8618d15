rule "kubernetes-liveness-probe" {
  summary     = "The container has no liveness probe"
  category    = "kubernetes"
  severity    = "low"
  tags        = ["availability"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_K8S_8"] }

  subject "kubernetes-lasting-container" {
    require = any([for p in each.value.liveness_probe : true])
    message = "The container ${each.value.name} is never restarted when it hangs."
  }

  why  = "A process that hangs without ending keeps its place: without a probe the kubelet takes it for healthy."
  help = "Add a liveness_probe that asks something cheap of the program itself, not of what it depends on."

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

  example "asked over HTTP" {
    accepted = <<-TF
      resource "kubernetes_pod_v1" "web" {
        metadata {
          name = "web"
        }

        spec {
          container {
            name  = "web"
            image = "registry.example.com/web:1.4.2"

            liveness_probe {
              http_get {
                path = "/healthz"
                port = 8080
              }
            }
          }
        }
      }
    TF
  }
}

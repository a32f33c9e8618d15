rule "kubernetes-cpu-request" {
  summary     = "The container does not say how much CPU it needs"
  category    = "kubernetes"
  severity    = "low"
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_K8S_10"], trivy = ["KSV-0015"] }

  subject "kubernetes-lasting-container" {
    require = any([for r in each.value.resources : r.requests["cpu"] != null])
    message = "The container ${each.value.name} requests no CPU."
  }

  why  = "The scheduler places containers by what they request. Without it a busy container starves its neighbours."
  help = "Add resources with a request for cpu."

  references = ["https://registry.terraform.io/providers/hashicorp/kubernetes/latest/docs/resources/pod_v1"]

  example "without resources" {
    flagged = <<-TF
      resource "kubernetes_deployment_v1" "web" {
        metadata {
          name = "web"
        }

        spec {
          selector {
            match_labels = { app = "web" }
          }

          template {
            metadata {
              labels = { app = "web" }
            }

            spec {
              container {
                name  = "web"
                image = "nginx:1.27.3"
              }
            }
          }
        }
      }
    TF
  }

  example "with resources" {
    accepted = <<-TF
      resource "kubernetes_deployment_v1" "web" {
        metadata {
          name = "web"
        }

        spec {
          selector {
            match_labels = { app = "web" }
          }

          template {
            metadata {
              labels = { app = "web" }
            }

            spec {
              container {
                name  = "web"
                image = "nginx:1.27.3"

                resources {
                  requests = {
                    cpu = "250m"
                  }
                }
              }
            }
          }
        }
      }
    TF
  }
}

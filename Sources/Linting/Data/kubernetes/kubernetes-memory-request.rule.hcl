rule "kubernetes-memory-request" {
  summary     = "The container does not say how much memory it needs"
  category    = "kubernetes"
  severity    = "low"
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_K8S_13"], trivy = ["KSV-0016"] }

  subject "kubernetes-lasting-container" {
    require = any([for r in each.value.resources : r.requests["memory"] != null])
    message = "The container ${each.value.name} requests no memory."
  }

  why  = "The scheduler places containers by what they request. Without it nodes are overfilled and pods are evicted at random."
  help = "Add resources with a request for memory."

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
                    memory = "256Mi"
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

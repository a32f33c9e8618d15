rule "kubernetes-memory-limit" {
  summary     = "The container has no limit of memory"
  category    = "kubernetes"
  severity    = "medium"
  equivalents = { checkov = ["CKV_K8S_12"], trivy = ["KSV-0018"] }

  subject "kubernetes-lasting-container" {
    require = any([for r in each.value.resources : r.limits["memory"] != null])
    message = "The container ${each.value.name} may take all the memory of its node."
  }

  why  = "A container that leaks memory takes its whole node down, and every other container on it."
  help = "Add resources with a limit for memory."

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
                  limits = {
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

rule "kubernetes-container-privileged" {
  summary     = "The container is privileged"
  category    = "kubernetes"
  severity    = "high"
  equivalents = { checkov = ["CKV_K8S_16"], trivy = ["KSV-0017"] }

  subject "kubernetes-container" {
    require = !any([for c in each.value.security_context : c.privileged == true])
    message = "The container ${each.value.name} has all rights of its node."
  }

  why  = "A privileged container reaches every device and process of its node: a hole in its program is a hole in the cluster."
  help = "Remove privileged, and add the one capability that is needed."

  references = ["https://registry.terraform.io/providers/hashicorp/kubernetes/latest/docs/resources/pod_v1"]

  example "privileged is true" {
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

                security_context {
                  privileged = true
                }
              }
            }
          }
        }
      }
    TF
  }

  example "privileged is false" {
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

                security_context {
                  privileged = false
                }
              }
            }
          }
        }
      }
    TF
  }
}

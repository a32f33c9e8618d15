rule "kubernetes-cpu-limit" {
  summary     = "The container has no limit of CPU"
  category    = "kubernetes"
  severity    = "low"
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_K8S_11"], trivy = ["KSV-0011"] }

  subject "kubernetes-lasting-container" {
    require = any([for r in each.value.resources : r.limits["cpu"] != null])
    message = "The container ${each.value.name} may take all the processors of its node."
  }

  why  = "A container that spins slows down every other one on its node."
  help = "Add resources with a limit for cpu, where throttling is wanted."

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

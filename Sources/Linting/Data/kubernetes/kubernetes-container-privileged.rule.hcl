rule "kubernetes-container-privileged" {
  summary     = "The container is privileged"
  category    = "kubernetes"
  severity    = "high"
  equivalents = { checkov = ["CKV_K8S_16"], trivy = ["KSV-0017"] }

  resource "kubernetes_pod" "kubernetes_pod_v1" {
    each    = self.spec.container
    require = !any([for c in each.value.security_context : c.privileged == true])
    message = "The container ${each.value.name} has all rights of its node."
  }

  resource "kubernetes_deployment" "kubernetes_deployment_v1" "kubernetes_daemonset" "kubernetes_daemon_set_v1" "kubernetes_stateful_set" "kubernetes_stateful_set_v1" "kubernetes_job" "kubernetes_job_v1" "kubernetes_replication_controller" "kubernetes_replication_controller_v1" {
    each    = self.spec.template.spec.container
    require = !any([for c in each.value.security_context : c.privileged == true])
    message = "The container ${each.value.name} has all rights of its node."
  }

  resource "kubernetes_cron_job" "kubernetes_cron_job_v1" {
    each    = self.spec.job_template.spec.template.spec.container
    require = !any([for c in each.value.security_context : c.privileged == true])
    message = "The container ${each.value.name} has all rights of its node."
  }

  why  = "A privileged container reaches every device and process of its node: a hole in its program is a hole in the cluster."
  help = "Remove privileged, and add the one capability that is needed."

  example "reported" {
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

  example "accepted" {
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

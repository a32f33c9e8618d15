rule "kubernetes-cpu-request" {
  summary     = "The container does not say how much CPU it needs"
  category    = "kubernetes"
  severity    = "low"
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_K8S_10"], trivy = ["KSV-0015"] }

  resource "kubernetes_pod" "kubernetes_pod_v1" {
    each    = self.spec.container
    require = any([for r in each.value.resources : r.requests["cpu"] != null])
    message = "The container ${each.value.name} requests no CPU."
  }

  resource "kubernetes_deployment" "kubernetes_deployment_v1" "kubernetes_daemonset" "kubernetes_daemon_set_v1" "kubernetes_stateful_set" "kubernetes_stateful_set_v1" "kubernetes_job" "kubernetes_job_v1" "kubernetes_replication_controller" "kubernetes_replication_controller_v1" {
    each    = self.spec.template.spec.container
    require = any([for r in each.value.resources : r.requests["cpu"] != null])
    message = "The container ${each.value.name} requests no CPU."
  }

  resource "kubernetes_cron_job" "kubernetes_cron_job_v1" {
    each    = self.spec.job_template.spec.template.spec.container
    require = any([for r in each.value.resources : r.requests["cpu"] != null])
    message = "The container ${each.value.name} requests no CPU."
  }

  why  = "The scheduler places containers by what they request. Without it a busy container starves its neighbours."
  help = "Add resources with a request for cpu."

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

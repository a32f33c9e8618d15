rule "kubernetes-host-namespaces" {
  summary     = "The pod shares namespaces of its node"
  category    = "kubernetes"
  severity    = "high"
  equivalents = { checkov = ["CKV_K8S_17", "CKV_K8S_18", "CKV_K8S_19"], trivy = ["KSV-0008", "KSV-0009", "KSV-0010"] }

  resource "kubernetes_pod" "kubernetes_pod_v1" {
    require = !any([for s in self.spec : s.host_pid == true || s.host_ipc == true || s.host_network == true])
    message = "Processes of the pod see and reach those of their node."
  }

  resource "kubernetes_deployment" "kubernetes_deployment_v1" "kubernetes_daemonset" "kubernetes_daemon_set_v1" "kubernetes_stateful_set" "kubernetes_stateful_set_v1" "kubernetes_job" "kubernetes_job_v1" "kubernetes_replication_controller" "kubernetes_replication_controller_v1" {
    require = !any([for s in self.spec.template.spec : s.host_pid == true || s.host_ipc == true || s.host_network == true])
    message = "Processes of the pod see and reach those of their node."
  }

  resource "kubernetes_cron_job" "kubernetes_cron_job_v1" {
    require = !any([for s in self.spec.job_template.spec.template.spec : s.host_pid == true || s.host_ipc == true || s.host_network == true])
    message = "Processes of the pod see and reach those of their node."
  }

  why  = "A pod that shares its node's network or processes reads the traffic and memory of everything that runs there."
  help = "Remove host_pid, host_ipc and host_network."

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
              host_pid = true

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
              }
            }
          }
        }
      }
    TF
  }
}

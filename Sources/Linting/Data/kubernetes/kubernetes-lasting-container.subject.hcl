# The containers of all workloads that run as long as their pod: `each.value` is the container, `pod` the spec of its pod.
subject "kubernetes-lasting-container" {
  resource "kubernetes_pod" "kubernetes_pod_v1" {
    let  = { pod = self.spec }
    each = self.spec.container
  }

  resource "kubernetes_deployment" "kubernetes_deployment_v1" "kubernetes_daemonset" "kubernetes_daemon_set_v1" "kubernetes_stateful_set" "kubernetes_stateful_set_v1" "kubernetes_job" "kubernetes_job_v1" "kubernetes_replication_controller" "kubernetes_replication_controller_v1" {
    let  = { pod = self.spec.template.spec }
    each = self.spec.template.spec.container
  }

  resource "kubernetes_cron_job" "kubernetes_cron_job_v1" {
    let  = { pod = self.spec.job_template.spec.template.spec }
    each = self.spec.job_template.spec.template.spec.container
  }
}

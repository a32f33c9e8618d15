# The pods of all workloads: `each.value` is the spec of the pod.
subject "kubernetes-pod" {
  resource "kubernetes_pod" "kubernetes_pod_v1" {
    each = self.spec
  }

  resource "kubernetes_deployment" "kubernetes_deployment_v1" "kubernetes_daemonset" "kubernetes_daemon_set_v1" "kubernetes_stateful_set" "kubernetes_stateful_set_v1" "kubernetes_job" "kubernetes_job_v1" "kubernetes_replication_controller" "kubernetes_replication_controller_v1" {
    each = self.spec.template.spec
  }

  resource "kubernetes_cron_job" "kubernetes_cron_job_v1" {
    each = self.spec.job_template.spec.template.spec
  }
}

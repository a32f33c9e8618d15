mapping "kubernetes_daemon_set_v1" {
  kubernetes "apps/v1 DaemonSet" {}
}

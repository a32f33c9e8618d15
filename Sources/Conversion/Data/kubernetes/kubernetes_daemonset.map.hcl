mapping "kubernetes_daemonset" {
  kubernetes "apps/v1 DaemonSet" {}
}

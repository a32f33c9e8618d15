mapping "kubernetes_pod_v1" {
  kubernetes "v1 Pod" {}
}

mapping "kubernetes_pod" {
  kubernetes "v1 Pod" {}
}

mapping "kubernetes_namespace" {
  kubernetes "v1 Namespace" {}
}

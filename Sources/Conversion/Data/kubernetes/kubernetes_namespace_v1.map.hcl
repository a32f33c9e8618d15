mapping "kubernetes_namespace_v1" {
  kubernetes "v1 Namespace" {}
}

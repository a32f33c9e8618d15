mapping "kubernetes_runtime_class_v1" {
  kubernetes "node.k8s.io/v1 RuntimeClass" {}
}

mapping "kubernetes_priority_class_v1" {
  kubernetes "scheduling.k8s.io/v1 PriorityClass" {}
}

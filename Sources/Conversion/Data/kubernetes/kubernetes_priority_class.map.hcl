mapping "kubernetes_priority_class" {
  kubernetes "scheduling.k8s.io/v1 PriorityClass" {}
}

mapping "kubernetes_pod_disruption_budget" {
  kubernetes "policy/v1 PodDisruptionBudget" {}
}

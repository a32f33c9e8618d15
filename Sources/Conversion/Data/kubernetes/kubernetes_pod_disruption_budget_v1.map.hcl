mapping "kubernetes_pod_disruption_budget_v1" {
  kubernetes "policy/v1 PodDisruptionBudget" {}
}

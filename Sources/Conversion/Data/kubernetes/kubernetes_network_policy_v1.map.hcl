mapping "kubernetes_network_policy_v1" {
  kubernetes "networking.k8s.io/v1 NetworkPolicy" {}
}

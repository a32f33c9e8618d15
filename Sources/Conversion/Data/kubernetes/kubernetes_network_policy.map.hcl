mapping "kubernetes_network_policy" {
  kubernetes "networking.k8s.io/v1 NetworkPolicy" {}
}

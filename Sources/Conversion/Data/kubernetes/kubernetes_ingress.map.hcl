mapping "kubernetes_ingress" {
  kubernetes "networking.k8s.io/v1 Ingress" {}
}

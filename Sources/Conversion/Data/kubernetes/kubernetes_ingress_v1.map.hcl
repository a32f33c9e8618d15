mapping "kubernetes_ingress_v1" {
  kubernetes "networking.k8s.io/v1 Ingress" {}
}

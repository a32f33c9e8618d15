mapping "kubernetes_ingress_class" {
  kubernetes "networking.k8s.io/v1 IngressClass" {}
}

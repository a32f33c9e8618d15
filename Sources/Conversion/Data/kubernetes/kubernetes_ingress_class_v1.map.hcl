mapping "kubernetes_ingress_class_v1" {
  kubernetes "networking.k8s.io/v1 IngressClass" {}
}

mapping "kubernetes_service" {
  kubernetes "v1 Service" {}
}

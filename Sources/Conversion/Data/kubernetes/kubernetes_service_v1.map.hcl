mapping "kubernetes_service_v1" {
  kubernetes "v1 Service" {}
}

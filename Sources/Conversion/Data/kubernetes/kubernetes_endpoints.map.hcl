mapping "kubernetes_endpoints" {
  kubernetes "v1 Endpoints" {}
}

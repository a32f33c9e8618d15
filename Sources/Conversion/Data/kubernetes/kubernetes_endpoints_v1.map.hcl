mapping "kubernetes_endpoints_v1" {
  kubernetes "v1 Endpoints" {}
}

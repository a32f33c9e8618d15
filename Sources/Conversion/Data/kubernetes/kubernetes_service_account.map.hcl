mapping "kubernetes_service_account" {
  kubernetes "v1 ServiceAccount" {}
}

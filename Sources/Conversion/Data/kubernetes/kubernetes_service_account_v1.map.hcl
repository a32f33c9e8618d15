mapping "kubernetes_service_account_v1" {
  kubernetes "v1 ServiceAccount" {}
}

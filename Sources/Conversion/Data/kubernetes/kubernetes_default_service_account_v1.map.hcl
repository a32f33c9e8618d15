mapping "kubernetes_default_service_account_v1" {
  kubernetes "v1 ServiceAccount" {
    default = { "metadata.name" = "default" }
  }
}

mapping "kubernetes_default_service_account" {
  kubernetes "v1 ServiceAccount" {
    default = { "metadata.name" = "default" }
  }
}

mapping "kubernetes_config_map" {
  kubernetes "v1 ConfigMap" {}
}

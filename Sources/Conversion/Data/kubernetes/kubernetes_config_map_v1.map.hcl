mapping "kubernetes_config_map_v1" {
  kubernetes "v1 ConfigMap" {}
}

mapping "kubernetes_stateful_set_v1" {
  kubernetes "apps/v1 StatefulSet" {}
}

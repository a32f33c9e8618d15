mapping "kubernetes_stateful_set" {
  kubernetes "apps/v1 StatefulSet" {}
}

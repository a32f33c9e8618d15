mapping "kubernetes_limit_range_v1" {
  kubernetes "v1 LimitRange" {}
}

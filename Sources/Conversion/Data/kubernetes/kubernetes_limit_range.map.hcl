mapping "kubernetes_limit_range" {
  kubernetes "v1 LimitRange" {}
}

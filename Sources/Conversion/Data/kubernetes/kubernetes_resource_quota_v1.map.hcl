mapping "kubernetes_resource_quota_v1" {
  kubernetes "v1 ResourceQuota" {}
}

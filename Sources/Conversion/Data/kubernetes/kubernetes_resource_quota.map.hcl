mapping "kubernetes_resource_quota" {
  kubernetes "v1 ResourceQuota" {}
}

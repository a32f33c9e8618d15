mapping "kubernetes_deployment" {
  kubernetes "apps/v1 Deployment" {}
}

mapping "kubernetes_deployment_v1" {
  kubernetes "apps/v1 Deployment" {}
}

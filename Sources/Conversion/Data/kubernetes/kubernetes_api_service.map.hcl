mapping "kubernetes_api_service" {
  kubernetes "apiregistration.k8s.io/v1 APIService" {}
}

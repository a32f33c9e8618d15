mapping "kubernetes_api_service_v1" {
  kubernetes "apiregistration.k8s.io/v1 APIService" {}
}

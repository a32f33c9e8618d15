mapping "kubernetes_role" {
  kubernetes "rbac.authorization.k8s.io/v1 Role" {}
}

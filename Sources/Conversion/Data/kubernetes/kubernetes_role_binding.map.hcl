mapping "kubernetes_role_binding" {
  kubernetes "rbac.authorization.k8s.io/v1 RoleBinding" {}
}

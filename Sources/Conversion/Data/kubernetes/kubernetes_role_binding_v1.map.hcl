mapping "kubernetes_role_binding_v1" {
  kubernetes "rbac.authorization.k8s.io/v1 RoleBinding" {}
}

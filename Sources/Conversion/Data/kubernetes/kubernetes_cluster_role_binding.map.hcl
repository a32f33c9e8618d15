mapping "kubernetes_cluster_role_binding" {
  kubernetes "rbac.authorization.k8s.io/v1 ClusterRoleBinding" {}
}

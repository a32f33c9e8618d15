mapping "kubernetes_cluster_role_v1" {
  kubernetes "rbac.authorization.k8s.io/v1 ClusterRole" {}
}

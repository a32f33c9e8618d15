mapping "kubernetes_cluster_role" {
  kubernetes "rbac.authorization.k8s.io/v1 ClusterRole" {}
}

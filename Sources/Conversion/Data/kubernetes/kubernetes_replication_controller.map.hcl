mapping "kubernetes_replication_controller" {
  kubernetes "v1 ReplicationController" {}
}

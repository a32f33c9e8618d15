mapping "kubernetes_replication_controller_v1" {
  kubernetes "v1 ReplicationController" {}
}

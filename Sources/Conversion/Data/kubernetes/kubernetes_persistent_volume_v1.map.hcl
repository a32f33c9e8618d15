mapping "kubernetes_persistent_volume_v1" {
  kubernetes "v1 PersistentVolume" {}
}

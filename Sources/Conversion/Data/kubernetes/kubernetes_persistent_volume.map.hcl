mapping "kubernetes_persistent_volume" {
  kubernetes "v1 PersistentVolume" {}
}

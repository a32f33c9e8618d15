mapping "kubernetes_persistent_volume_claim" {
  kubernetes "v1 PersistentVolumeClaim" {}
}

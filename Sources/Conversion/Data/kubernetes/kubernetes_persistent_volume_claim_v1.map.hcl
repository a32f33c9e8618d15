mapping "kubernetes_persistent_volume_claim_v1" {
  kubernetes "v1 PersistentVolumeClaim" {}
}

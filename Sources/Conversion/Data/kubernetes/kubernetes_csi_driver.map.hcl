mapping "kubernetes_csi_driver" {
  kubernetes "storage.k8s.io/v1 CSIDriver" {}
}

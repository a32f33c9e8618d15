mapping "kubernetes_csi_driver_v1" {
  kubernetes "storage.k8s.io/v1 CSIDriver" {}
}

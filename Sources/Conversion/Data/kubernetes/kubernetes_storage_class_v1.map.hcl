mapping "kubernetes_storage_class_v1" {
  kubernetes "storage.k8s.io/v1 StorageClass" {
    storage_provisioner = provisioner
  }
}

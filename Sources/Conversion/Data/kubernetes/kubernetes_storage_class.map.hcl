mapping "kubernetes_storage_class" {
  kubernetes "storage.k8s.io/v1 StorageClass" {
    storage_provisioner = provisioner
  }
}

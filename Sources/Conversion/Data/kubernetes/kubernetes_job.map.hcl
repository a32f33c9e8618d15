mapping "kubernetes_job" {
  kubernetes "batch/v1 Job" {}
}

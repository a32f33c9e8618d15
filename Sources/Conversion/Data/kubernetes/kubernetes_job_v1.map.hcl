mapping "kubernetes_job_v1" {
  kubernetes "batch/v1 Job" {}
}

mapping "kubernetes_cron_job_v1" {
  kubernetes "batch/v1 CronJob" {}
}

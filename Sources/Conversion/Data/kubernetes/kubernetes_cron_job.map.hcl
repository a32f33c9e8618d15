mapping "kubernetes_cron_job" {
  kubernetes "batch/v1 CronJob" {}
}

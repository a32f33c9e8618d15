mapping "kubernetes_horizontal_pod_autoscaler_v1" {
  kubernetes "autoscaling/v1 HorizontalPodAutoscaler" {}
}

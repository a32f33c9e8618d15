mapping "kubernetes_horizontal_pod_autoscaler_v2beta2" {
  kubernetes "autoscaling/v2 HorizontalPodAutoscaler" {}
}

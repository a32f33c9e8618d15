mapping "kubernetes_horizontal_pod_autoscaler" {
  # Only the second version of the API has other metrics, and behavior.
  kubernetes "autoscaling/v2 HorizontalPodAutoscaler" {
    when = has(self.spec.metric) || has(self.spec.behavior)
  }
  kubernetes "autoscaling/v1 HorizontalPodAutoscaler" {}
}

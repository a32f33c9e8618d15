mapping "kubernetes_mutating_webhook_configuration" {
  kubernetes "admissionregistration.k8s.io/v1 MutatingWebhookConfiguration" {}
}

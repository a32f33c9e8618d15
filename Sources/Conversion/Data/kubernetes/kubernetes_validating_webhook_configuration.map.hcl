mapping "kubernetes_validating_webhook_configuration" {
  kubernetes "admissionregistration.k8s.io/v1 ValidatingWebhookConfiguration" {}
}

mapping "kubernetes_validating_webhook_configuration_v1" {
  kubernetes "admissionregistration.k8s.io/v1 ValidatingWebhookConfiguration" {}
}

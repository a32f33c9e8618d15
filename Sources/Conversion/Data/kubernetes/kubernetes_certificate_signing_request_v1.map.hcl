mapping "kubernetes_certificate_signing_request_v1" {
  kubernetes "certificates.k8s.io/v1 CertificateSigningRequest" {
    auto_approve = drop("approving a request is a step of its own, `kubectl certificate approve`")
  }
}

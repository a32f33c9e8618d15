rule "google-ssl-policy" {
  summary     = "Old versions of TLS are accepted"
  category    = "security"
  severity    = "medium"
  tags        = ["encryption"]
  equivalents = { checkov = ["CKV_GCP_4"], trivy = ["GCP-0039"] }

  resource "google_compute_ssl_policy" {
    require = self.min_tls_version == "TLS_1_2" && contains(["MODERN", "RESTRICTED"], self.profile) || self.profile == "RESTRICTED" || self.profile == "CUSTOM" && self.min_tls_version == "TLS_1_2" && !any([for f in coalesce(self.custom_features, []) : contains(["TLS_RSA_WITH_AES_128_GCM_SHA256", "TLS_RSA_WITH_AES_256_GCM_SHA384", "TLS_RSA_WITH_AES_128_CBC_SHA", "TLS_RSA_WITH_AES_256_CBC_SHA", "TLS_RSA_WITH_3DES_EDE_CBC_SHA"], f)])
    message = "The policy allows versions or ciphers with known holes."
  }

  why  = "TLS 1.0 and 1.1 and ciphers without forward secrecy have known holes."
  help = "Set min_tls_version = \"TLS_1_2\" and the profile MODERN or RESTRICTED."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_ssl_policy"]

  example "as it should not be" {
    flagged = <<-TF
      resource "google_compute_ssl_policy" "this" {
        name = "web"

        profile = "COMPATIBLE"
      }
    TF
  }

  example "as it should be" {
    accepted = <<-TF
      resource "google_compute_ssl_policy" "this" {
        name = "web"

        profile         = "MODERN"
        min_tls_version = "TLS_1_2"
      }
    TF
  }
}

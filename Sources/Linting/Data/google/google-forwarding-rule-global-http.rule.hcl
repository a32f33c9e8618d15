rule "google-forwarding-rule-global-http" {
  summary     = "A global load balancer serves the internet without encryption"
  category    = "security"
  severity    = "medium"
  tags        = ["encryption", "network"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV2_GCP_38"] }

  resource "google_compute_global_forwarding_rule" {
    where   = self.load_balancing_scheme == null || startswith(upper(self.load_balancing_scheme), "EXTERNAL")
    require = !(refers("target", "google_compute_target_http_proxy") || refers("target", "google_compute_region_target_http_proxy") || strcontains(self.target, "targetHttpProxies"))
    message = "The load balancer speaks HTTP to the internet."
  }

  why  = "Everybody between client and load balancer reads and changes what passes."
  help = "Point the rule at an HTTPS proxy; keep an HTTP one only to redirect."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_global_forwarding_rule"]

  example "HTTP" {
    flagged = <<-TF
      resource "google_compute_target_http_proxy" "web" {
        name    = "web"
        url_map = "web"
      }

      resource "google_compute_global_forwarding_rule" "web" {
        name                  = "web"
        load_balancing_scheme = "EXTERNAL"
        target                = google_compute_target_http_proxy.web.id
        port_range            = "80"
      }
    TF
  }

  example "HTTPS" {
    accepted = <<-TF
      resource "google_compute_target_https_proxy" "web" {
        name             = "web"
        url_map          = "web"
        ssl_certificates = ["web"]
      }

      resource "google_compute_global_forwarding_rule" "web" {
        name                  = "web"
        load_balancing_scheme = "EXTERNAL"
        target                = google_compute_target_https_proxy.web.id
        port_range            = "443"
      }
    TF
  }
}

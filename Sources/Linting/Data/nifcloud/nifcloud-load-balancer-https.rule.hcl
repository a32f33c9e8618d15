rule "nifcloud-load-balancer-https" {
  summary  = "The load balancer takes requests in clear"
  category = "security"
  severity = "medium"
  tags     = ["encryption", "network"]
  packs    = ["strict"]

  resource "nifcloud_elb" {
    where       = any([for i in self.network_interface : i.network_id == "net-COMMON_GLOBAL" && i.is_vip_network == true])
    require     = self.protocol != "HTTP"
    message     = "The internet talks to it over HTTP."
    equivalents = { trivy = ["NIF-0021"] }
  }

  resource "nifcloud_load_balancer" {
    require     = self.load_balancer_port != 80
    message     = "The internet talks to it over HTTP."
    equivalents = { trivy = ["NIF-0021"] }
  }

  resource "nifcloud_load_balancer" {
    where       = self.load_balancer_port == 443
    require     = contains(["Standard Ciphers B ver1", "Standard Ciphers C ver1", "Standard Ciphers D ver1", "Ats Ciphers A ver1"], self.ssl_policy_name) || contains(["2", "3", "4", "5", "8"], self.ssl_policy_id)
    message     = "The policy accepts versions of TLS with known weaknesses."
    at          = self
    equivalents = { trivy = ["NIF-0020"] }
  }

  why  = <<-TEXT
    Passwords and sessions that are not encrypted, or only by a version of TLS that has been broken, can be read on the way.
  TEXT
  help = "Listen on 443 with a certificate and one of the policies without TLS 1.0 and 1.1."

  references = ["https://registry.terraform.io/providers/nifcloud/nifcloud/latest/docs/resources/elb"]

  example "in clear" {
    flagged = <<-TF
      resource "nifcloud_load_balancer" "web" {
        load_balancer_name = "web"
        load_balancer_port = 80
      }
    TF
  }

  example "encrypted" {
    accepted = <<-TF
      resource "nifcloud_load_balancer" "web" {
        load_balancer_name = "web"
        load_balancer_port = 443
        ssl_policy_name    = "Standard Ciphers D ver1"
      }
    TF
  }
}

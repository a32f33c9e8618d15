rule "digitalocean-loadbalancer-https" {
  summary     = "The load balancer takes requests in clear"
  category    = "security"
  severity    = "medium"
  tags        = ["encryption", "network"]
  equivalents = { trivy = ["DIG-0002"] }

  resource "digitalocean_loadbalancer" {
    where   = self.redirect_http_to_https != true
    each    = self.forwarding_rule
    require = each.value.entry_protocol != "http"
    message = "Requests over HTTP are passed on."
  }

  why  = "Passwords and sessions of requests over HTTP can be read and changed on the way."
  help = "Set redirect_http_to_https = true and add a rule whose entry_protocol is https, with a certificate."

  references = ["https://registry.terraform.io/providers/digitalocean/digitalocean/latest/docs/resources/loadbalancer"]

  example "HTTP alone" {
    flagged = <<-TF
      resource "digitalocean_loadbalancer" "web" {
        name   = "web"
        region = "fra1"

        forwarding_rule {
          entry_port      = 80
          entry_protocol  = "http"
          target_port     = 80
          target_protocol = "http"
        }
      }
    TF
  }

  example "redirected" {
    accepted = <<-TF
      resource "digitalocean_loadbalancer" "web" {
        name                   = "web"
        region                 = "fra1"
        redirect_http_to_https = true

        forwarding_rule {
          entry_port       = 443
          entry_protocol   = "https"
          target_port      = 80
          target_protocol  = "http"
          certificate_name = "web"
        }
      }
    TF
  }
}

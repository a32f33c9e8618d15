rule "digitalocean-firewall-web" {
  summary     = "The firewall lets the whole internet reach web servers"
  category    = "security"
  severity    = "info"
  tags        = ["network", "public"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_DIO_4"], trivy = ["DIG-0001"] }

  resource "digitalocean_firewall" {
    each    = self.inbound_rule
    where   = contains(["80", "443"], each.value.port_range)
    require = !any([for a in coalesce(each.value.source_addresses, []) : is_public(a)])
    message = "Port ${each.value.port_range} is reachable from the whole internet, which may be meant."
  }

  why  = "A server that answers everyone directly has nobody in front of it who stops floods and known attacks."
  help = "Put a load balancer in front and name it in source_load_balancer_uids."

  references = ["https://registry.terraform.io/providers/digitalocean/digitalocean/latest/docs/resources/firewall"]

  example "HTTPS for all" {
    flagged = <<-TF
      resource "digitalocean_firewall" "web" {
        name = "web"

        inbound_rule {
          protocol         = "tcp"
          port_range       = "443"
          source_addresses = ["0.0.0.0/0", "::/0"]
        }
      }
    TF
  }

  example "HTTPS through the load balancer" {
    accepted = <<-TF
      resource "digitalocean_firewall" "web" {
        name = "web"

        inbound_rule {
          protocol                  = "tcp"
          port_range                = "443"
          source_load_balancer_uids = ["7dbf91fe-cbdb-48dc-8290-c3a181554905"]
        }
      }
    TF
  }
}

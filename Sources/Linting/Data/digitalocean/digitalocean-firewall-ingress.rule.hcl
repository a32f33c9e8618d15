rule "digitalocean-firewall-ingress" {
  summary     = "The firewall lets the whole internet in"
  category    = "security"
  severity    = "high"
  tags        = ["network", "public"]
  equivalents = { checkov = ["CKV_DIO_4"], trivy = ["DIG-0001"] }

  resource "digitalocean_firewall" {
    each    = self.inbound_rule
    where   = !contains(["80", "443"], each.value.port_range)
    require = !any([for a in coalesce(each.value.source_addresses, []) : is_public(a)])
    message = "Port ${each.value.port_range} is reachable from the whole internet."
  }

  why  = "Scanners find an open port within minutes, and try stolen passwords and known holes on it from then on."
  help = "Name your own addresses in source_addresses, or put a load balancer in front and name that."

  references = ["https://registry.terraform.io/providers/digitalocean/digitalocean/latest/docs/resources/firewall"]

  example "SSH for all" {
    flagged = <<-TF
      resource "digitalocean_firewall" "web" {
        name = "web"

        inbound_rule {
          protocol         = "tcp"
          port_range       = "22"
          source_addresses = ["0.0.0.0/0", "::/0"]
        }
      }
    TF
  }

  example "SSH from the office" {
    accepted = <<-TF
      resource "digitalocean_firewall" "web" {
        name = "web"

        inbound_rule {
          protocol         = "tcp"
          port_range       = "22"
          source_addresses = ["198.51.100.0/24"]
        }
      }
    TF
  }
}

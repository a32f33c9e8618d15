rule "digitalocean-firewall-egress" {
  summary     = "The firewall lets everything out"
  category    = "security"
  severity    = "low"
  tags        = ["network"]
  packs       = ["strict"]
  equivalents = { trivy = ["DIG-0003"] }

  resource "digitalocean_firewall" {
    each    = self.outbound_rule
    require = !any([for a in coalesce(each.value.destination_addresses, []) : is_public(a)])
    message = "Droplets behind the firewall may connect to any address."
  }

  why  = "What takes a droplet over loads its tools and sends data away through connections that go out."
  help = "Name the addresses that the droplets need in destination_addresses."

  references = ["https://registry.terraform.io/providers/digitalocean/digitalocean/latest/docs/resources/firewall"]

  example "anywhere" {
    flagged = <<-TF
      resource "digitalocean_firewall" "web" {
        name = "web"

        outbound_rule {
          protocol              = "tcp"
          port_range            = "1-65535"
          destination_addresses = ["0.0.0.0/0"]
        }
      }
    TF
  }

  example "one network" {
    accepted = <<-TF
      resource "digitalocean_firewall" "web" {
        name = "web"

        outbound_rule {
          protocol              = "tcp"
          port_range            = "5432"
          destination_addresses = ["10.110.0.0/20"]
        }
      }
    TF
  }
}

rule "google-firewall-open-http" {
  summary     = "HTTP is open to the internet"
  category    = "security"
  severity    = "low"
  tags        = ["network", "public"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_GCP_106"] }

  resource "google_compute_firewall" {
    where   = self.disabled != true && self.direction != "EGRESS"
    require = !any([for r in self.source_ranges : is_public(r)]) || !any([for a in self.allow : ports_include(a, 80)])
    message = "HTTP (port 80) is reachable from the whole internet."
  }

  why  = "Open ports are found within minutes; from then on, only the password of the service behind port 80 counts."
  help = "Name the ranges that need it, or reach it through Identity-Aware Proxy."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_firewall"]

  example "from everywhere" {
    flagged = <<-TF
      resource "google_compute_firewall" "this" {
        name    = "web"
        network = "main"

        allow {
          protocol = "tcp"
          ports    = ["80"]
        }

        source_ranges = ["0.0.0.0/0"]
      }
    TF
  }

  example "from inside" {
    accepted = <<-TF
      resource "google_compute_firewall" "this" {
        name    = "web"
        network = "main"

        allow {
          protocol = "tcp"
          ports    = ["80"]
        }

        source_ranges = ["10.0.0.0/8"]
      }
    TF
  }
}

rule "google-firewall-open-ssh" {
  summary     = "SSH is open to the internet"
  category    = "security"
  severity    = "high"
  tags        = ["network", "public"]
  equivalents = { checkov = ["CKV_GCP_2"] }

  resource "google_compute_firewall" {
    where   = self.direction != "EGRESS" && self.disabled != true && any([for a in self.allow : ports_include(a, 22)])
    require = !any([for c in self.source_ranges : is_public(c)])
    message = "SSH (port 22) is reachable from the whole internet."
  }

  why  = "Scanners find an open port within minutes and try passwords, stolen keys and known holes from then on."
  help = "Allow the addresses of your own network only, or use Identity-Aware Proxy (35.235.240.0/20)."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_firewall"]

  example "open to all" {
    flagged = <<-TF
      resource "google_compute_firewall" "in" {
        name          = "in"
        network       = "main"
        source_ranges = ["0.0.0.0/0"]

        allow {
          protocol = "tcp"
          ports    = ["20-25"]
        }
      }
    TF
  }

  example "from the proxy" {
    accepted = <<-TF
      resource "google_compute_firewall" "in" {
        name          = "in"
        network       = "main"
        source_ranges = ["35.235.240.0/20"]

        allow {
          protocol = "tcp"
          ports    = ["22"]
        }
      }
    TF
  }
}

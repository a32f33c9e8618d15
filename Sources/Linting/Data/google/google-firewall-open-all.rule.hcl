rule "google-firewall-open-all" {
  summary     = "Every port is open to the internet"
  category    = "security"
  severity    = "high"
  tags        = ["network", "public"]
  equivalents = { checkov = ["CKV2_GCP_12"] }

  resource "google_compute_firewall" {
    where   = self.disabled != true && self.direction != "EGRESS"
    require = !any([for r in self.source_ranges : is_public(r) || r == "::0"]) || !any([for a in self.allow : a.protocol == "all" || contains(["tcp", "udp"], a.protocol) && (length(coalesce(a.ports, [])) == 0 || any([for p in coalesce(a.ports, []) : contains(["0-65535", "1-65535"], p)]))])
    message = "All ports are reachable from the whole internet."
  }

  why  = "Every service that listens, forgotten ones too, can be tried by everybody."
  help = "Name the ports and the ranges that are needed."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_firewall"]

  example "everything" {
    flagged = <<-TF
      resource "google_compute_firewall" "this" {
        name    = "web"
        network = "main"

        allow {
          protocol = "all"
        }

        source_ranges = ["0.0.0.0/0"]
      }
    TF
  }

  example "one port from inside" {
    accepted = <<-TF
      resource "google_compute_firewall" "this" {
        name    = "web"
        network = "main"

        allow {
          protocol = "tcp"
          ports    = ["443"]
        }

        source_ranges = ["10.0.0.0/8"]
      }
    TF
  }
}

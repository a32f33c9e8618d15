rule "google-firewall-all-ports" {
  summary     = "A firewall rule opens every port"
  category    = "security"
  severity    = "low"
  tags        = ["network"]
  packs       = ["strict"]
  equivalents = { trivy = ["GCP-0072"] }

  resource "google_compute_firewall" {
    where   = self.disabled != true && self.direction != "EGRESS"
    require = !any([for a in self.allow : a.protocol == "all" || contains(["tcp", "udp"], a.protocol) && (length(a.ports) == 0 || any([for p in a.ports : contains(["0-65535", "1-65535"], p)]))])
    message = "All ports of a protocol are open."
  }

  why  = "Every service that listens is reachable from the ranges of the rule, forgotten ones too."
  help = "Name the ports that are needed."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_firewall"]

  example "all of TCP" {
    flagged = <<-TF
      resource "google_compute_firewall" "this" {
        name    = "web"
        network = "main"

        allow {
          protocol = "tcp"
        }

        source_ranges = ["10.0.0.0/8"]
      }
    TF
  }

  example "one" {
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

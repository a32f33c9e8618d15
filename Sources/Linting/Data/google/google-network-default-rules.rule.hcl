rule "google-network-default-rules" {
  summary     = "The rule is one of those that the default network comes with"
  category    = "security"
  severity    = "low"
  tags        = ["network"]
  packs       = ["strict"]
  equivalents = { trivy = ["GCP-0073"] }

  resource "google_compute_firewall" {
    require = !contains(["default-allow-ssh", "default-allow-rdp", "default-allow-icmp", "default-allow-internal"], self.name)
    message = "The rule keeps what the default network was made with."
  }

  why  = "The default network comes with rules that let SSH, RDP and ICMP in from everywhere."
  help = "Remove the rule, and allow what is needed from where it is needed."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_firewall"]

  example "as it came" {
    flagged = <<-TF
      resource "google_compute_firewall" "this" {
        name    = "default-allow-ssh"
        network = "default"

        allow {
          protocol = "tcp"
          ports    = ["22"]
        }

        source_ranges = ["10.0.0.0/8"]
      }
    TF
  }

  example "one's own" {
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

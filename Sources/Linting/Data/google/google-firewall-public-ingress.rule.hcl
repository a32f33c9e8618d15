rule "google-firewall-public-ingress" {
  summary     = "A firewall rule lets the whole internet in"
  category    = "security"
  severity    = "medium"
  tags        = ["network", "public"]
  packs       = ["strict"]
  equivalents = { trivy = ["GCP-0027", "GCP-0071"] }

  resource "google_compute_firewall" {
    where   = self.disabled != true && self.direction != "EGRESS" && any([for a in self.allow : true])
    require = !any([for r in self.source_ranges : is_public(r)])
    message = "The rule allows traffic from everywhere."
  }

  why  = "What the internet reaches, it tries."
  help = "Name the ranges that need it; put a load balancer in front of what is for everybody."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_firewall"]

  example "everywhere" {
    flagged = <<-TF
      resource "google_compute_firewall" "this" {
        name    = "web"
        network = "main"

        allow {
          protocol = "tcp"
          ports    = ["443"]
        }

        source_ranges = ["0.0.0.0/0"]
      }
    TF
  }

  example "inside" {
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

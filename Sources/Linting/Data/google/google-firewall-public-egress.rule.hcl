rule "google-firewall-public-egress" {
  summary     = "A firewall rule lets traffic out to everywhere"
  category    = "security"
  severity    = "low"
  tags        = ["network"]
  packs       = ["strict"]
  equivalents = { trivy = ["GCP-0035"] }

  resource "google_compute_firewall" {
    where   = self.disabled != true && self.direction == "EGRESS" && any([for a in self.allow : true])
    require = !any([for r in self.destination_ranges : is_public(r)])
    message = "The rule allows traffic to everywhere."
  }

  why  = "Programs that were taken over send data out and fetch tools: a list of destinations stops that."
  help = "Name the ranges that are needed."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_firewall"]

  example "everywhere" {
    flagged = <<-TF
      resource "google_compute_firewall" "this" {
        name    = "web"
        network = "main"
        direction          = "EGRESS"
        destination_ranges = ["0.0.0.0/0"]

        allow {
          protocol = "tcp"
        }
      }
    TF
  }

  example "inside" {
    accepted = <<-TF
      resource "google_compute_firewall" "this" {
        name    = "web"
        network = "main"
        direction          = "EGRESS"
        destination_ranges = ["10.0.0.0/8"]

        allow {
          protocol = "tcp"
        }
      }
    TF
  }
}

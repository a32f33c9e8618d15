rule "google-firewall-port-range" {
  summary     = "A firewall rule opens a wide range of ports"
  category    = "security"
  severity    = "low"
  tags        = ["network"]
  packs       = ["strict"]
  equivalents = { trivy = ["GCP-0074"] }

  parameter "maximum_ports" {
    default = 20
    summary = "How many ports a range may span."
  }

  resource "google_compute_firewall" {
    require = !any([for a in self.allow : any([for p in coalesce(a.ports, []) : can(regex("^[0-9]+-[0-9]+$", p)) ? tonumber(split("-", p)[1]) - tonumber(split("-", p)[0]) > param.maximum_ports : false])])
    message = "A range of ports is wider than the limit."
  }

  why  = "A wide range opens services that nobody thought of."
  help = "Name the single ports."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_firewall"]

  example "a thousand" {
    flagged = <<-TF
      resource "google_compute_firewall" "this" {
        name    = "web"
        network = "main"

        allow {
          protocol = "tcp"
          ports    = ["1000-2000"]
        }

        source_ranges = ["10.0.0.0/8"]
      }
    TF
  }

  example "two" {
    accepted = <<-TF
      resource "google_compute_firewall" "this" {
        name    = "web"
        network = "main"

        allow {
          protocol = "tcp"
          ports    = ["8080-8081"]
        }

        source_ranges = ["10.0.0.0/8"]
      }
    TF
  }
}

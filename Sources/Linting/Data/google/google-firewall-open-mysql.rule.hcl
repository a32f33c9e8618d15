rule "google-firewall-open-mysql" {
  summary     = "MySQL is open to the internet"
  category    = "security"
  severity    = "high"
  tags        = ["network", "public"]
  equivalents = { checkov = ["CKV_GCP_88"] }

  resource "google_compute_firewall" {
    where   = self.disabled != true && self.direction != "EGRESS"
    require = !any([for r in self.source_ranges : is_public(r)]) || !any([for a in self.allow : ports_include(a, 3306)])
    message = "MySQL (port 3306) is reachable from the whole internet."
  }

  why  = "Open ports are found within minutes; from then on, only the password of the service behind port 3306 counts."
  help = "Name the ranges that need it, or reach it through Identity-Aware Proxy."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_firewall"]

  example "from everywhere" {
    flagged = <<-TF
      resource "google_compute_firewall" "this" {
        name    = "web"
        network = "main"

        allow {
          protocol = "tcp"
          ports    = ["3306"]
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
          ports    = ["3306"]
        }

        source_ranges = ["10.0.0.0/8"]
      }
    TF
  }
}

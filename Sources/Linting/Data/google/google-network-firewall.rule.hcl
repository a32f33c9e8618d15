rule "google-network-firewall" {
  summary     = "The network has no firewall rules of its own"
  category    = "security"
  severity    = "low"
  tags        = ["network"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV2_GCP_18"] }

  resource "google_compute_network" {
    require = any([for f in related("google_compute_firewall", "network") : true])
    message = "No rule says what may reach the machines of the network."
  }

  why  = "Without rules of its own a network has what the project was made with."
  help = "Add google_compute_firewall resources for the network."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_network"]

  example "none" {
    flagged = <<-TF
      resource "google_compute_network" "main" {
        name                    = "main"
        auto_create_subnetworks = false
      }
    TF
  }

  example "one" {
    accepted = <<-TF
      resource "google_compute_network" "main" {
        name                    = "main"
        auto_create_subnetworks = false
      }

      resource "google_compute_firewall" "web" {
        name    = "web"
        network = google_compute_network.main.name

        allow {
          protocol = "tcp"
          ports    = ["443"]
        }

        source_ranges = ["10.0.0.0/8"]
      }
    TF
  }
}

rule "google-subnetwork-private-access" {
  summary     = "Machines without a public address do not reach Google's APIs"
  category    = "security"
  severity    = "low"
  tags        = ["network"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_GCP_74"], trivy = ["GCP-0075"] }

  resource "google_compute_subnetwork" {
    where   = !contains(["INTERNAL_HTTPS_LOAD_BALANCER", "REGIONAL_MANAGED_PROXY", "GLOBAL_MANAGED_PROXY"], self.purpose)
    require = self.private_ip_google_access == true
    message = "Machines of the subnet need public addresses to reach the APIs."

    fix {
      set    = { private_ip_google_access = true }
      safety = "unsafe"
    }
  }

  why  = "Without private access, machines get public addresses only to reach storage or logging."
  help = "Set private_ip_google_access = true."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_subnetwork"]

  example "without private_ip_google_access" {
    flagged = <<-TF
      resource "google_compute_subnetwork" "this" {
        name          = "private"
        network       = "main"
        ip_cidr_range = "10.0.0.0/20"
        region        = "europe-west1"
      }
    TF
  }

  example "private_ip_google_access is true" {
    accepted = <<-TF
      resource "google_compute_subnetwork" "this" {
        name          = "private"
        network       = "main"
        ip_cidr_range = "10.0.0.0/20"
        region        = "europe-west1"

        private_ip_google_access = true
      }
    TF
  }
}

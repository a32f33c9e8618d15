rule "google-subnetwork-flow-log" {
  summary     = "Traffic of the subnet is not logged"
  category    = "security"
  severity    = "low"
  tags        = ["logging"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_GCP_26"], trivy = ["GCP-0029", "GCP-0076"] }

  resource "google_compute_subnetwork" {
    where   = !contains(["INTERNAL_HTTPS_LOAD_BALANCER", "REGIONAL_MANAGED_PROXY", "GLOBAL_MANAGED_PROXY"], self.purpose)
    require = any([for l in self.log_config : true])
    message = "The subnet keeps no flow log."
  }

  why  = "Flow logs say who talked to whom: without them an incident cannot be followed."
  help = "Add a log_config block."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_subnetwork"]

  example "without log_config" {
    flagged = <<-TF
      resource "google_compute_subnetwork" "this" {
        name          = "private"
        network       = "main"
        ip_cidr_range = "10.0.0.0/20"
        region        = "europe-west1"
      }
    TF
  }

  example "with log_config" {
    accepted = <<-TF
      resource "google_compute_subnetwork" "this" {
        name          = "private"
        network       = "main"
        ip_cidr_range = "10.0.0.0/20"
        region        = "europe-west1"

        log_config {
          aggregation_interval = "INTERVAL_5_MIN"
        }
      }
    TF
  }
}

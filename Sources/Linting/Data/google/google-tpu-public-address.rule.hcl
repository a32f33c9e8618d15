rule "google-tpu-public-address" {
  summary     = "The TPU machine has a public address"
  category    = "security"
  severity    = "medium"
  tags        = ["network", "public"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV2_GCP_32"] }

  # The type exists in the google-beta provider alone, for which no schema is at hand.
  resource "google_tpu_v2_vm*" {
    require = try(self.network_config[0].enable_external_ips, null) == false
    message = "The machine answers on the internet."
    at      = self
  }

  why  = "A machine for training holds models and data, and runs for weeks without updates."
  help = "Set enable_external_ips = false in network_config, and reach the machine through Identity-Aware Proxy."

  example "an address of its own" {
    flagged = <<-TF
      resource "google_tpu_v2_vm" "training" {
        name            = "training"
        zone            = "us-central1-c"
        runtime_version = "tpu-vm-tf-2.13.0"

        network_config {
          enable_external_ips = true
        }
      }
    TF
  }

  example "inside alone" {
    accepted = <<-TF
      resource "google_tpu_v2_vm" "training" {
        name            = "training"
        zone            = "us-central1-c"
        runtime_version = "tpu-vm-tf-2.13.0"

        network_config {
          enable_external_ips = false
        }
      }
    TF
  }
}

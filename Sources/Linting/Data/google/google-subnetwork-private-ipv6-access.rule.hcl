rule "google-subnetwork-private-ipv6-access" {
  summary     = "Machines with IPv6 only do not reach Google's APIs privately"
  category    = "security"
  severity    = "low"
  tags        = ["network"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_GCP_76"] }

  resource "google_compute_subnetwork" {
    where   = contains(["IPV4_IPV6", "IPV6_ONLY"], self.stack_type)
    require = contains(["ENABLE_OUTBOUND_VM_ACCESS_TO_GOOGLE", "ENABLE_BIDIRECTIONAL_ACCESS_TO_GOOGLE"], self.private_ipv6_google_access)
    message = "Machines of the subnet reach the APIs over public IPv6 only."
  }

  why  = "Traffic to the APIs leaves the private network."
  help = "Set private_ipv6_google_access."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_subnetwork"]

  example "without private_ipv6_google_access" {
    flagged = <<-TF
      resource "google_compute_subnetwork" "this" {
        name          = "private"
        network       = "main"
        ip_cidr_range = "10.0.0.0/20"
        region        = "europe-west1"
        stack_type = "IPV4_IPV6"
      }
    TF
  }

  example "private_ipv6_google_access is ENABLE_OUTBOUND_VM_ACCESS_TO_GOOGLE" {
    accepted = <<-TF
      resource "google_compute_subnetwork" "this" {
        name          = "private"
        network       = "main"
        ip_cidr_range = "10.0.0.0/20"
        region        = "europe-west1"
        stack_type = "IPV4_IPV6"

        private_ipv6_google_access = "ENABLE_OUTBOUND_VM_ACCESS_TO_GOOGLE"
      }
    TF
  }
}

rule "google-dns-key-algorithm" {
  summary     = "The zone is signed with RSASHA1"
  category    = "security"
  severity    = "medium"
  tags        = ["encryption"]
  equivalents = { checkov = ["CKV_GCP_17"], trivy = ["GCP-0012"] }

  resource "google_dns_managed_zone" {
    require = !any([for c in self.dnssec_config : any([for k in c.default_key_specs : lower(k.algorithm) == "rsasha1"])])
    message = "SHA-1 no longer protects signatures."
  }

  why  = "Collisions of SHA-1 can be made; resolvers stop accepting it."
  help = "Use rsasha256 or ecdsap256sha256."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/dns_managed_zone"]

  example "with default_key_specs" {
    flagged = <<-TF
      resource "google_dns_managed_zone" "this" {
        name     = "example"
        dns_name = "example.com."

        dnssec_config {
          state = "on"

          default_key_specs {
            algorithm = "rsasha1"
            key_type  = "keySigning"
          }
        }
      }
    TF
  }

  example "without default_key_specs" {
    accepted = <<-TF
      resource "google_dns_managed_zone" "this" {
        name     = "example"
        dns_name = "example.com."

        dnssec_config {
          state = "on"
        }
      }
    TF
  }
}

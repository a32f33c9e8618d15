rule "google-dns-dnssec" {
  summary     = "Answers of the zone are not signed"
  category    = "security"
  severity    = "low"
  tags        = ["network"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_GCP_16"], trivy = ["GCP-0013"] }

  resource "google_dns_managed_zone" {
    where   = self.visibility != "private"
    require = any([for c in self.dnssec_config : contains(["on", "transfer"], c.state)])
    message = "Resolvers cannot tell false answers from true ones."
  }

  why  = "Unsigned answers can be forged on the way: visitors and mail go elsewhere."
  help = "Set dnssec_config { state = \"on\" }, and give the registrar the key."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/dns_managed_zone"]

  example "without dnssec_config" {
    flagged = <<-TF
      resource "google_dns_managed_zone" "this" {
        name     = "example"
        dns_name = "example.com."
      }
    TF
  }

  example "with dnssec_config" {
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

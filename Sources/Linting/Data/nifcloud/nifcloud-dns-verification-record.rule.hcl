rule "nifcloud-dns-verification-record" {
  summary     = "The record that proved the zone is still there"
  category    = "security"
  severity    = "low"
  packs       = ["strict"]
  equivalents = { trivy = ["NIF-0007"] }

  resource "nifcloud_dns_record" {
    where   = self.type == "TXT"
    require = !startswith(coalesce(self.record, " "), "nifty-dns-verify=")
    message = "The record is needed while a zone is verified, and not afterwards."
  }

  why  = "Whoever takes the domain over later can claim the zone with a proof that was left behind."
  help = "Remove the record once the zone is verified."

  references = ["https://registry.terraform.io/providers/nifcloud/nifcloud/latest/docs/resources/dns_record"]

  example "left behind" {
    flagged = <<-TF
      resource "nifcloud_dns_record" "proof" {
        zone_id = "example.com"
        name    = "@"
        type    = "TXT"
        record  = "nifty-dns-verify=a1b2c3d4"
      }
    TF
  }

  example "another text" {
    accepted = <<-TF
      resource "nifcloud_dns_record" "mail" {
        zone_id = "example.com"
        name    = "@"
        type    = "TXT"
        record  = "v=spf1 -all"
      }
    TF
  }
}

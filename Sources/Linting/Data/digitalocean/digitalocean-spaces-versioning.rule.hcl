rule "digitalocean-spaces-versioning" {
  summary     = "Overwritten and deleted files are gone"
  category    = "reliability"
  severity    = "low"
  tags        = ["backup"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_DIO_1"], trivy = ["DIG-0007"] }

  resource "digitalocean_spaces_bucket" {
    require = any([for v in self.versioning : v.enabled == true])
    at      = self.versioning
    message = "The bucket keeps no earlier versions."
  }

  why  = "A faulty deployment or a stolen key can empty a bucket; with versions nothing is lost."
  help = "Add versioning { enabled = true }, and a lifecycle_rule that ends old versions."

  references = ["https://registry.terraform.io/providers/digitalocean/digitalocean/latest/docs/resources/spaces_bucket"]

  example "none" {
    flagged = <<-TF
      resource "digitalocean_spaces_bucket" "files" {
        name   = "files"
        region = "fra1"
      }
    TF
  }

  example "kept" {
    accepted = <<-TF
      resource "digitalocean_spaces_bucket" "files" {
        name   = "files"
        region = "fra1"

        versioning {
          enabled = true
        }
      }
    TF
  }
}

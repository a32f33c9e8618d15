rule "digitalocean-spaces-public" {
  summary     = "Everyone may read what is in the bucket"
  category    = "security"
  severity    = "high"
  tags        = ["public"]
  equivalents = { checkov = ["CKV_DIO_3"], trivy = ["DIG-0006"] }

  resource "digitalocean_spaces_bucket" "digitalocean_spaces_bucket_object" {
    require = self.acl != "public-read"
    message = "The access list lets the whole internet read."

    fix {
      set    = { acl = "private" }
      safety = "unsafe"
    }
  }

  why  = "Names of buckets are guessed and listed by scanners; what is public is copied before it is noticed."
  help = "Set acl = \"private\", and hand out signed addresses or put the CDN in front."

  references = ["https://registry.terraform.io/providers/digitalocean/digitalocean/latest/docs/resources/spaces_bucket"]

  example "public" {
    flagged = <<-TF
      resource "digitalocean_spaces_bucket" "files" {
        name   = "files"
        region = "fra1"
        acl    = "public-read"
      }
    TF
  }

  example "private" {
    accepted = <<-TF
      resource "digitalocean_spaces_bucket" "files" {
        name   = "files"
        region = "fra1"
        acl    = "private"
      }
    TF
  }
}

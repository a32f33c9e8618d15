rule "digitalocean-spaces-force-destroy" {
  summary     = "Destroying the bucket destroys its files"
  category    = "reliability"
  severity    = "low"
  tags        = ["backup"]
  packs       = ["strict"]
  equivalents = { trivy = ["DIG-0009"] }

  resource "digitalocean_spaces_bucket" {
    require = self.force_destroy != true
    message = "The bucket is emptied and deleted by one apply."

    fix {
      remove = ["force_destroy"]
      safety = "unsafe"
    }
  }

  why  = "Without force_destroy a bucket that holds files is not deleted, whatever the plan says: that has saved many."
  help = "Remove force_destroy."

  references = ["https://registry.terraform.io/providers/digitalocean/digitalocean/latest/docs/resources/spaces_bucket"]

  example "emptied" {
    flagged = <<-TF
      resource "digitalocean_spaces_bucket" "files" {
        name          = "files"
        region        = "fra1"
        force_destroy = true
      }
    TF
  }

  example "kept" {
    accepted = <<-TF
      resource "digitalocean_spaces_bucket" "files" {
        name   = "files"
        region = "fra1"
      }
    TF
  }
}

rule "google-bigtable-deletion-protection" {
  summary     = "Nothing keeps the data from being deleted"
  category    = "reliability"
  severity    = "low"
  tags        = ["backup"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_GCP_122"] }

  resource "google_bigtable_instance" {
    require = self.deletion_protection != false
    message = "Deletion protection is switched off."

    fix {
      set    = { deletion_protection = true }
      safety = "unsafe"
    }
  }

  why  = "One wrong plan deletes the data with the resource."
  help = "Remove deletion_protection = false."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/bigtable_instance"]

  example "deletion_protection is false" {
    flagged = <<-TF
      resource "google_bigtable_instance" "this" {
        name = "events"

        deletion_protection = false
      }
    TF
  }

  example "without deletion_protection" {
    accepted = <<-TF
      resource "google_bigtable_instance" "this" {
        name = "events"
      }
    TF
  }
}

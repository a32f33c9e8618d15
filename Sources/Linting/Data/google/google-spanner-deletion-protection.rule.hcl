rule "google-spanner-deletion-protection" {
  summary     = "Nothing keeps the database from being deleted"
  category    = "reliability"
  severity    = "medium"
  tags        = ["backup"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_GCP_119"] }

  resource "google_spanner_database" {
    require = self.deletion_protection != false
    message = "Deletion protection is switched off."

    fix {
      set    = { deletion_protection = true }
      safety = "unsafe"
    }
  }

  why  = "One wrong plan deletes the data with the database."
  help = "Remove deletion_protection = false."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/spanner_database"]

  example "deletion_protection is false" {
    flagged = <<-TF
      resource "google_spanner_database" "this" {
        instance = "main"
        name     = "orders"

        deletion_protection = false
      }
    TF
  }

  example "without deletion_protection" {
    accepted = <<-TF
      resource "google_spanner_database" "this" {
        instance = "main"
        name     = "orders"
      }
    TF
  }
}

rule "google-spanner-drop-protection" {
  summary     = "The database can be dropped from outside of Terraform"
  category    = "reliability"
  severity    = "low"
  tags        = ["backup"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_GCP_120"] }

  resource "google_spanner_database" {
    require = self.enable_drop_protection == true
    message = "Console and command line may drop the database."

    fix {
      set    = { enable_drop_protection = true }
      safety = "unsafe"
    }
  }

  why  = "deletion_protection holds for Terraform only: drop protection holds for everybody."
  help = "Set enable_drop_protection = true."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/spanner_database"]

  example "without enable_drop_protection" {
    flagged = <<-TF
      resource "google_spanner_database" "this" {
        instance = "main"
        name     = "orders"
      }
    TF
  }

  example "enable_drop_protection is true" {
    accepted = <<-TF
      resource "google_spanner_database" "this" {
        instance = "main"
        name     = "orders"

        enable_drop_protection = true
      }
    TF
  }
}

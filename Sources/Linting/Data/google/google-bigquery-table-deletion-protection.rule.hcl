rule "google-bigquery-table-deletion-protection" {
  summary     = "Nothing keeps the data from being deleted"
  category    = "reliability"
  severity    = "low"
  tags        = ["backup"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_GCP_121"] }

  resource "google_bigquery_table" {
    require = self.deletion_protection != false
    message = "Deletion protection is switched off."

    fix {
      set    = { deletion_protection = true }
      safety = "unsafe"
    }
  }

  why  = "One wrong plan deletes the data with the resource."
  help = "Remove deletion_protection = false."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/bigquery_table"]

  example "deletion_protection is false" {
    flagged = <<-TF
      resource "google_bigquery_table" "this" {
        dataset_id = "sales"
        table_id   = "orders"

        deletion_protection = false
      }
    TF
  }

  example "without deletion_protection" {
    accepted = <<-TF
      resource "google_bigquery_table" "this" {
        dataset_id = "sales"
        table_id   = "orders"
      }
    TF
  }
}

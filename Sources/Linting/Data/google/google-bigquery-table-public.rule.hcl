rule "google-bigquery-table-public" {
  summary     = "Everyone may use the table"
  category    = "security"
  severity    = "critical"
  tags        = ["iam", "public"]
  equivalents = { checkov = ["CKV_GCP_100"] }

  resource "google_bigquery_table_iam_member" {
    require = !contains(["allUsers", "allAuthenticatedUsers"], self.member)
    message = "Everyone on the internet has the role on the table."
  }

  resource "google_bigquery_table_iam_binding" {
    require = !any([for m in self.members : contains(["allUsers", "allAuthenticatedUsers"], m)])
    message = "Everyone on the internet has the role on the table."
  }

  why  = "allUsers is everybody, allAuthenticatedUsers everybody with any Google account: the table is open to the internet."
  help = "Name the users, groups or service accounts that need the role."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/bigquery_table_iam_member"]

  example "everybody" {
    flagged = <<-TF
      resource "google_bigquery_table_iam_member" "this" {
        dataset_id = "sales"
        table_id   = "orders"
        role   = "roles/viewer"
        member = "allUsers"
      }
    TF
  }

  example "a group" {
    accepted = <<-TF
      resource "google_bigquery_table_iam_member" "this" {
        dataset_id = "sales"
        table_id   = "orders"
        role   = "roles/viewer"
        member = "group:readers@example.com"
      }
    TF
  }
}

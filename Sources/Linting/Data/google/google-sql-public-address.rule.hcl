rule "google-sql-public-address" {
  summary     = "The database has a public address"
  category    = "security"
  severity    = "medium"
  tags        = ["network"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_GCP_60"] }

  resource "google_sql_database_instance" {
    require = !any([for s in self.settings : any([for i in s.ip_configuration : i.ipv4_enabled == true || i.ipv4_enabled == null])])
    message = "The database is reachable over the internet, for the networks that are allowed."
  }

  why  = "One mistaken network opens the database to everybody."
  help = "Set ipv4_enabled = false and name a private network."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/sql_database_instance"]

  example "as it should not be" {
    flagged = <<-TF
      resource "google_sql_database_instance" "this" {
        database_version = "POSTGRES_16"

        settings {
          tier = "db-f1-micro"

          ip_configuration {
            ipv4_enabled = true
          }
        }
      }
    TF
  }

  example "as it should be" {
    accepted = <<-TF
      resource "google_sql_database_instance" "this" {
        database_version = "POSTGRES_16"

        settings {
          tier = "db-f1-micro"

          ip_configuration {
            ipv4_enabled    = false
            private_network = "projects/shop/global/networks/main"
          }
        }
      }
    TF
  }
}

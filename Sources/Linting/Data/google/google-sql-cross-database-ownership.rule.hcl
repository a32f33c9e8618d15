rule "google-sql-cross-database-ownership" {
  summary     = "Rights pass from one database to another"
  category    = "security"
  severity    = "medium"
  tags        = ["database"]
  equivalents = { checkov = ["CKV_GCP_58"], trivy = ["GCP-0019"] }

  resource "google_sql_database_instance" {
    where   = startswith(self.database_version, "SQLSERVER")
    require = !any([for f in self.settings.database_flags : f.name == "cross db ownership chaining" && contains(["on"], lower(f.value))])
    message = "The flag cross db ownership chaining is not as it should be."
  }

  why  = "Owners of one database reach objects of others."
  help = "Set the flag cross db ownership chaining to off."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/sql_database_instance"]

  example "value is on" {
    flagged = <<-TF
      resource "google_sql_database_instance" "this" {
        database_version = "SQLSERVER_2022_STANDARD"

        settings {
          tier = "db-f1-micro"

          database_flags {
            name  = "cross db ownership chaining"
            value = "on"
          }
        }
      }
    TF
  }

  example "value is off" {
    accepted = <<-TF
      resource "google_sql_database_instance" "this" {
        database_version = "SQLSERVER_2022_STANDARD"

        settings {
          tier = "db-f1-micro"

          database_flags {
            name  = "cross db ownership chaining"
            value = "off"
          }
        }
      }
    TF
  }
}

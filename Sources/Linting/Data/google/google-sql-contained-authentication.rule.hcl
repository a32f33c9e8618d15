rule "google-sql-contained-authentication" {
  summary     = "Databases keep logins of their own"
  category    = "security"
  severity    = "low"
  tags        = ["database"]
  equivalents = { checkov = ["CKV_GCP_59"], trivy = ["GCP-0023"] }

  resource "google_sql_database_instance" {
    where   = startswith(self.database_version, "SQLSERVER")
    require = !any([for f in self.settings.database_flags : f.name == "contained database authentication" && contains(["on"], lower(f.value))])
    message = "The flag contained database authentication is not as it should be."
  }

  why  = "Logins inside of databases go past the server's policies."
  help = "Set the flag contained database authentication to off."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/sql_database_instance"]

  example "value is on" {
    flagged = <<-TF
      resource "google_sql_database_instance" "this" {
        database_version = "SQLSERVER_2022_STANDARD"

        settings {
          tier = "db-f1-micro"

          database_flags {
            name  = "contained database authentication"
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
            name  = "contained database authentication"
            value = "off"
          }
        }
      }
    TF
  }
}

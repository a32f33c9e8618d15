rule "google-sql-local-infile" {
  summary     = "Clients' files may be loaded into the database"
  category    = "security"
  severity    = "medium"
  tags        = ["database"]
  equivalents = { checkov = ["CKV_GCP_50"], trivy = ["GCP-0026"] }

  resource "google_sql_database_instance" {
    where   = startswith(self.database_version, "MYSQL")
    require = !any([for f in self.settings.database_flags : f.name == "local_infile" && contains(["on"], lower(f.value))])
    message = "The flag local_infile is not as it should be."
  }

  why  = "A server that was taken over asks clients for their files."
  help = "Set the flag local_infile to off."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/sql_database_instance"]

  example "value is on" {
    flagged = <<-TF
      resource "google_sql_database_instance" "this" {
        database_version = "MYSQL_8_0"

        settings {
          tier = "db-f1-micro"

          database_flags {
            name  = "local_infile"
            value = "on"
          }
        }
      }
    TF
  }

  example "value is off" {
    accepted = <<-TF
      resource "google_sql_database_instance" "this" {
        database_version = "MYSQL_8_0"

        settings {
          tier = "db-f1-micro"

          database_flags {
            name  = "local_infile"
            value = "off"
          }
        }
      }
    TF
  }
}

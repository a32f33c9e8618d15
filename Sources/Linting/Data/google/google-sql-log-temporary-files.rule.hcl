rule "google-sql-log-temporary-files" {
  summary     = "Temporary files are not logged"
  category    = "security"
  severity    = "low"
  tags        = ["database"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_GCP_56"], trivy = ["GCP-0014"] }

  resource "google_sql_database_instance" {
    where   = startswith(self.database_version, "POSTGRES")
    require = any([for f in self.settings.database_flags : f.name == "log_temp_files" && contains(["0"], lower(f.value))])
    message = "The flag log_temp_files is not as it should be."
  }

  why  = "Statements that write to disk for want of memory are not seen."
  help = "Set the flag log_temp_files to 0."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/sql_database_instance"]

  example "value is -1" {
    flagged = <<-TF
      resource "google_sql_database_instance" "this" {
        database_version = "POSTGRES_16"

        settings {
          tier = "db-f1-micro"

          database_flags {
            name  = "log_temp_files"
            value = "-1"
          }
        }
      }
    TF
  }

  example "value is 0" {
    accepted = <<-TF
      resource "google_sql_database_instance" "this" {
        database_version = "POSTGRES_16"

        settings {
          tier = "db-f1-micro"

          database_flags {
            name  = "log_temp_files"
            value = "0"
          }
        }
      }
    TF
  }
}

rule "google-sql-old-version" {
  summary     = "The database's version is not the newest major one"
  category    = "reliability"
  severity    = "info"
  tags        = ["upgrade"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_GCP_79"] }

  parameter "versions" {
    default = ["POSTGRES_18", "MYSQL_8_0", "MYSQL_8_4", "SQLSERVER_2022_STANDARD", "SQLSERVER_2022_WEB", "SQLSERVER_2022_ENTERPRISE", "SQLSERVER_2022_EXPRESS"]
    summary = "Versions that are current."
  }

  resource "google_sql_database_instance" {
    require = contains(param.versions, self.database_version)
    message = "The version ends earlier than the newest one."
  }

  why  = "Old versions end: the upgrade comes at an unwanted time."
  help = "Plan the upgrade to a current version."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/sql_database_instance"]

  example "database_version is POSTGRES_9_6" {
    flagged = <<-TF
      resource "google_sql_database_instance" "this" {
        database_version = "POSTGRES_9_6"

        settings {
          tier = "db-f1-micro"
        }
      }
    TF
  }

  example "database_version is POSTGRES_18" {
    accepted = <<-TF
      resource "google_sql_database_instance" "this" {
        database_version = "POSTGRES_18"

        settings {
          tier = "db-f1-micro"
        }
      }
    TF
  }
}

rule "google-sql-tls" {
  summary     = "The database takes connections without encryption"
  category    = "security"
  severity    = "medium"
  tags        = ["encryption"]
  equivalents = { checkov = ["CKV_GCP_6"], trivy = ["GCP-0015"] }

  resource "google_sql_database_instance" {
    require = any([for s in self.settings : any([for i in s.ip_configuration : contains(["ENCRYPTED_ONLY", "TRUSTED_CLIENT_CERTIFICATE_REQUIRED"], i.ssl_mode)])])
    message = "Passwords and data may pass in clear."
  }

  why  = "Who listens in between reads passwords and data."
  help = "Set ssl_mode = \"ENCRYPTED_ONLY\" in ip_configuration."

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
            ssl_mode = "ENCRYPTED_ONLY"
          }
        }
      }
    TF
  }
}

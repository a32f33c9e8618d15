rule "google-sql-public" {
  summary     = "The database can be reached from the whole internet"
  category    = "security"
  severity    = "critical"
  tags        = ["network", "public"]
  equivalents = { checkov = ["CKV_GCP_11"], trivy = ["GCP-0017"] }

  resource "google_sql_database_instance" {
    require = !any([for n in self.settings.ip_configuration.authorized_networks : is_public(n.value)])
  }

  why  = "Only the password stands between the internet and the data."
  help = "Remove the network 0.0.0.0/0 and use a private address or the connector."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/sql_database_instance"]

  example "reported" {
    flagged = <<-TF
      resource "google_sql_database_instance" "this" {
        database_version = "POSTGRES_16"

        settings {
          tier = "db-f1-micro"

          ip_configuration {
            authorized_networks {
              value = "0.0.0.0/0"
            }
          }
        }
      }
    TF
  }

  example "accepted" {
    accepted = <<-TF
      resource "google_sql_database_instance" "this" {
        database_version = "POSTGRES_16"

        settings {
          tier = "db-f1-micro"

          ip_configuration {
            ipv4_enabled = false
          }
        }
      }
    TF
  }
}

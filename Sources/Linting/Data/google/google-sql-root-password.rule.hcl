rule "google-sql-root-password" {
  summary     = "The user root has no password"
  category    = "security"
  severity    = "high"
  tags        = ["database"]
  equivalents = { checkov = ["CKV2_GCP_7"] }

  resource "google_sql_database_instance" {
    where   = startswith(self.database_version, "MYSQL")
    require = !any([for u in related("google_sql_user", "instance") : startswith(u.name, "root") && u.password == null && u.password_wo == null])
    message = "Everybody who reaches the database is its administrator."
  }

  why  = "root without a password is open to everybody who reaches the port."
  help = "Set a password that comes from a store of secrets."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/sql_database_instance"]

  example "none" {
    flagged = <<-TF
      resource "google_sql_database_instance" "shop" {
        database_version = "MYSQL_8_0"

        settings {
          tier = "db-f1-micro"
        }
      }

      resource "google_sql_user" "root" {
        name     = "root"
        instance = google_sql_database_instance.shop.name
        host     = "%"
      }
    TF
  }

  example "from a store" {
    accepted = <<-TF
      resource "google_sql_database_instance" "shop" {
        database_version = "MYSQL_8_0"

        settings {
          tier = "db-f1-micro"
        }
      }

      variable "password" {
        sensitive = true
      }

      resource "google_sql_user" "root" {
        name     = "root"
        instance = google_sql_database_instance.shop.name
        password = var.password
      }
    TF
  }
}

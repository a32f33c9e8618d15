rule "nifcloud-db-public" {
  summary     = "The database is reachable from the internet"
  category    = "security"
  severity    = "high"
  tags        = ["network", "public"]
  equivalents = { trivy = ["NIF-0008"] }

  resource "nifcloud_db_instance" {
    require = self.publicly_accessible != true
    message = "The database has a public address."

    fix {
      set    = { publicly_accessible = false }
      safety = "unsafe"
    }
  }

  why  = "A password, or a hole in the database, is all that keeps the data."
  help = "Set publicly_accessible = false."

  references = ["https://registry.terraform.io/providers/nifcloud/nifcloud/latest/docs/resources/db_instance"]

  example "public" {
    flagged = <<-TF
      resource "nifcloud_db_instance" "orders" {
        identifier          = "orders"
        publicly_accessible = true
      }
    TF
  }

  example "inside" {
    accepted = <<-TF
      resource "nifcloud_db_instance" "orders" {
        identifier          = "orders"
        publicly_accessible = false
      }
    TF
  }
}

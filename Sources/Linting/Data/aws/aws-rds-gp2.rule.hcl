rule "aws-rds-gp2" {
  summary  = "The database stores its data on gp2"
  category = "cost"
  severity = "info"
  packs    = ["cost"]

  resource "aws_db_instance" {
    require = self.storage_type != "gp2"
    message = "The storage is of the type gp2, whose speed depends on its size."

    fix {
      set = { storage_type = "gp3" }
    }
  }

  why  = <<-TEXT
    gp3 gives 3,000 operations a second at any size, for the same price or less; with gp2 speed has to be bought as gigabytes.
  TEXT
  help = "Set storage_type = \"gp3\". The change is made while the database runs."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/db_instance"]

  example "gp2" {
    flagged = <<-TF
      resource "aws_db_instance" "orders" {
        identifier        = "orders"
        engine            = "postgres"
        instance_class    = "db.m7g.large"
        allocated_storage = 100
        storage_type      = "gp2"
      }
    TF
  }

  example "gp3" {
    accepted = <<-TF
      resource "aws_db_instance" "orders" {
        identifier        = "orders"
        engine            = "postgres"
        instance_class    = "db.m7g.large"
        allocated_storage = 100
        storage_type      = "gp3"
      }
    TF
  }
}

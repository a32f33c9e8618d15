rule "aws-rds-storage-autoscaling" {
  summary  = "The database stops when its storage is full"
  category = "reliability"
  severity = "low"
  packs    = ["strict"]

  resource "aws_db_instance" {
    where   = self.replicate_source_db == null && (self.engine == null || !startswith(self.engine, "aurora"))
    require = self.max_allocated_storage != null && self.max_allocated_storage > 0
    at      = self
  }

  why  = "A database without space refuses to write, sometimes to start, until somebody enlarges it."
  help = "Set max_allocated_storage above allocated_storage."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/db_instance"]

  example "without max_allocated_storage" {
    flagged = <<-TF
      resource "aws_db_instance" "orders" {
        identifier        = "orders"
        engine            = "postgres"
        instance_class    = "db.m7g.large"
        allocated_storage = 100
      }
    TF
  }

  example "max_allocated_storage is 500" {
    accepted = <<-TF
      resource "aws_db_instance" "orders" {
        identifier            = "orders"
        engine                = "postgres"
        instance_class        = "db.m7g.large"
        allocated_storage     = 100
        max_allocated_storage = 500
      }
    TF
  }
}

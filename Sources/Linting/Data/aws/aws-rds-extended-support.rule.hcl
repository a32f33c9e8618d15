rule "aws-rds-extended-support" {
  summary  = "The version of the database is charged for extended support"
  category = "cost"
  severity = "info"
  packs    = ["cost"]

  resource "aws_db_instance" "aws_rds_cluster" {
    where   = self.engine_version != null && (self.engine == "mysql" || self.engine == "aurora-mysql")
    require = !can(regex("^5[.]", self.engine_version))
    message = "MySQL ${self.engine_version} has left standard support."
  }

  resource "aws_db_instance" "aws_rds_cluster" {
    where   = self.engine_version != null && (self.engine == "postgres" || self.engine == "aurora-postgresql")
    require = !can(regex("^(9|10|11|12)([.]|$)", self.engine_version))
    message = "PostgreSQL ${self.engine_version} has left standard support."
  }

  why  = "Extended support is charged for each virtual processor and hour, and can double the price of the instance."
  help = <<-TEXT
    Upgrade to a version in standard support, or set engine_lifecycle_support to open-source-rds-extended-support-disabled and be
    upgraded.
  TEXT

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/db_instance"]

  example "engine_version is 5.7.44" {
    flagged = <<-TF
      resource "aws_db_instance" "orders" {
        identifier     = "orders"
        engine         = "mysql"
        engine_version = "5.7.44"
        instance_class = "db.m6g.large"
      }
    TF
  }

  example "engine_version is 8.4.3" {
    accepted = <<-TF
      resource "aws_db_instance" "orders" {
        identifier     = "orders"
        engine         = "mysql"
        engine_version = "8.4.3"
        instance_class = "db.m6g.large"
      }
    TF
  }
}

rule "aws-rds-final-snapshot" {
  summary     = "The database is deleted without a final snapshot"
  category    = "reliability"
  severity    = "medium"
  tags        = ["backup"]

  resource "aws_db_instance" {
    where   = self.replicate_source_db == null
    require = self.skip_final_snapshot != true
  }

  resource "aws_rds_cluster" {
    require = self.skip_final_snapshot != true
  }

  why  = "When the resource is removed, automated backups go with it, and nothing is left to restore from."
  help = "Remove skip_final_snapshot and set final_snapshot_identifier."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/db_instance"]

  example "reported" {
    flagged = <<-TF
      resource "aws_db_instance" "orders" {
        identifier          = "orders"
        engine              = "postgres"
        instance_class      = "db.t3.micro"
        skip_final_snapshot = true
      }
    TF
  }

  example "accepted" {
    accepted = <<-TF
      resource "aws_db_instance" "orders" {
        identifier                = "orders"
        engine                    = "postgres"
        instance_class            = "db.t3.micro"
        final_snapshot_identifier = "orders-final"
      }
    TF
  }
}
